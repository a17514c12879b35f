package org.contractshop.tools.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.contractshop.tools.contract.Contract;
import org.contractshop.tools.spec.Operation;
import org.contractshop.tools.spec.Parameter;
import org.contractshop.tools.spec.Service;
import org.contractshop.tools.spec.SpecFiles;
import org.contractshop.tools.spec.SpecNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "uses",
    description = "Shows which consumers use a part of a spec, according to their contracts.",
    mixinStandardHelpOptions = true)
final class UsesCommand implements Callable<Integer> {
  @Mixin private Folders folders;
  @Spec private CommandSpec command;

  @Parameters(index = "0", paramLabel = "SERVICE", description = "Such as product-service.")
  private String service;

  @Parameters(
      index = "1",
      paramLabel = "ELEMENT",
      description =
          "A property (ProductResponse.stock), a schema (ProductResponse), an operation "
              + "(getProduct), a parameter (listProducts.category) or a response "
              + "(getProduct.404).")
  private String element;

  @Override
  public Integer call() {
    SpecFiles specs = SpecFiles.of(folders.specTexts());
    String name = service.replaceFirst("\\.yaml$", "");
    if (!specs.has(name + ".yaml")) {
      throw new SourceException("There is no " + folders.specs().resolve(name + ".yaml"));
    }
    Service described = specs.service(name);
    SpecNode node = find(described);
    Map<String, List<Contract>> users =
        Users.of(described, folders.contracts.resolve(name)).byConsumer(node);
    PrintWriter out = command.commandLine().getOut();
    if (users.isEmpty()) {
      out.println("No contract uses " + element + ".");
    }
    users.forEach(
        (consumer, using) -> {
          out.printf(
              "%s uses %s in %d contract%s:%n",
              consumer, element, using.size(), using.size() == 1 ? "" : "s");
          using.forEach(contract -> out.println("  " + contract.name()));
        });
    return 0;
  }

  private SpecNode find(Service described) {
    String[] parts = element.split("\\.", 2);
    SpecNode found =
        described
            .operation(parts[0])
            .map(operation -> parts.length == 1 ? operation.node() : part(operation, parts[1]))
            .orElseGet(() -> schema(described, parts));
    if (!found.exists()) {
      throw new SourceException("%s has no %s".formatted(described.name(), element));
    }
    return found;
  }

  private static SpecNode part(Operation operation, String name) {
    return operation.parameters().stream()
        .filter(parameter -> parameter.name().equals(name))
        .findFirst()
        .map(Parameter::node)
        .orElseGet(() -> operation.node().get("responses").get(name));
  }

  private static SpecNode schema(Service described, String[] parts) {
    SpecNode own = described.document().get("components").get("schemas").get(parts[0]);
    SpecNode schema = own.exists() ? own : described.document().specs().commonSchema(parts[0]);
    return parts.length == 1 ? schema : schema.get("properties").get(parts[1]);
  }
}

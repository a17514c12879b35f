package org.contractshop.tools.client;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contractshop.tools.spec.Element;
import org.contractshop.tools.spec.Extensions;
import org.contractshop.tools.spec.Service;
import org.contractshop.tools.spec.SpecFiles;
import org.contractshop.tools.spec.SpecNode;

/**
 * A problem type that a response of a spec declares in {@code x-problem-types}.
 *
 * @param name such as {@code email-taken}
 * @param words what the documentation says about it
 */
record ProblemType(String name, String words) {
  /** Types whose exception classes would be mistaken for those of the JDK. */
  private static final Map<String, String> RENAMED = Map.of("timeout", "upstream-timeout");

  /** The types in the responses and the list of {@code common.yaml}, which clients share. */
  static List<ProblemType> shared(SpecFiles specs) {
    SpecNode common = specs.file(SpecFiles.COMMON);
    List<String> listed = common.get(Extensions.PROBLEM_TYPES).texts();
    List<ProblemType> shared = new ArrayList<>(declared(common));
    for (Service service : specs.services()) {
      for (ProblemType type : declared(service.document())) {
        if (listed.contains(type.name)
            && shared.stream().noneMatch(other -> other.name.equals(type.name))) {
          shared.add(type);
        }
      }
    }
    return shared;
  }

  /** The types that only this service has, in the order of the spec. */
  static List<ProblemType> of(SpecNode document) {
    List<String> shared = shared(document.specs()).stream().map(ProblemType::name).toList();
    return declared(document).stream().filter(type -> !shared.contains(type.name)).toList();
  }

  String type() {
    return Extensions.PROBLEM_TYPE_PREFIX + name;
  }

  String className() {
    return ClientSpec.camelCase(RENAMED.getOrDefault(name, name)) + "Exception";
  }

  private static Collection<ProblemType> declared(SpecNode file) {
    Map<String, ProblemType> types = new LinkedHashMap<>();
    Element.of(file).stream()
        .filter(element -> element.kind().equals("response"))
        .map(Element::node)
        .forEach(
            response ->
                response
                    .get(Extensions.PROBLEM_TYPES)
                    .texts()
                    .forEach(name -> types.putIfAbsent(name, of(name, response))));
    return types.values();
  }

  /** In the words of the first example, or of the response if no example shows the type. */
  private static ProblemType of(String name, SpecNode response) {
    for (SpecNode mediaType : response.get("content").children()) {
      for (SpecNode reference : mediaType.get("examples").children()) {
        SpecNode example = reference.resolved();
        SpecNode value = example.get("value");
        if (value.get("type").is(Extensions.PROBLEM_TYPE_PREFIX + name)) {
          String title = Javadoc.escaped(value.get("title").text());
          String summary = Javadoc.sentence(example.get("summary").text());
          return new ProblemType(
              name, "%s: %s Status %s,".formatted(title, summary, value.get("status").text()));
        }
      }
    }
    return new ProblemType(name, Javadoc.sentence(response.get("description").text()));
  }
}

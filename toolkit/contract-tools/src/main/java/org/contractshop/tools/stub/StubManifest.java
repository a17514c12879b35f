package org.contractshop.tools.stub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.contractshop.tools.contract.Contract;
import org.contractshop.tools.contract.Coverage;
import org.contractshop.tools.spec.SpecIdentity;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes {@code stubs.json} into a stub jar: the API version and the hash of the spec, the commit,
 * and the contracts that the tests of this build proved. The build runs it after the tests.
 */
public final class StubManifest {
  private static final String FILE = "stubs.json";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private StubManifest() {}

  /**
   * @param arguments the folder of the module, that of its stubs, that of the contracts, that of
   *     the specs, the service, the commit, and when the build started
   */
  public static void main(String[] arguments) throws IOException {
    Path module = Path.of(arguments[0]);
    String service = arguments[4];
    List<Contract> contracts = Contract.in(Path.of(arguments[2]));
    Set<String> notes = Coverage.notes(module, Instant.parse(arguments[7]));
    List<String> verified = new ArrayList<>();
    List<String> unproven = new ArrayList<>();
    for (Contract contract : contracts) {
      boolean proved = notes.contains(Coverage.proof(service, contract.name()));
      (proved ? verified : unproven).add(contract.name());
    }
    boolean allTestsRan = System.getProperty("test") == null && !Boolean.getBoolean("skipTests");
    if (allTestsRan && !unproven.isEmpty()) {
      throw new IllegalStateException(
          "No test of this build proved " + String.join(", ", unproven));
    }
    Files.writeString(
        Path.of(arguments[1]).resolve(FILE),
        text(
            SpecIdentity.of(Path.of(arguments[3]), service),
            commit(arguments[5], arguments[6]),
            verified,
            unproven));
    allowReading(module.resolve("target/stubs"));
  }

  /**
   * A jar keeps the permissions of its files, so with another umask it would be a different jar.
   */
  private static void allowReading(Path stubs) throws IOException {
    if (!Files.getFileStore(stubs).supportsFileAttributeView(PosixFileAttributeView.class)) {
      return;
    }
    try (Stream<Path> files = Files.walk(stubs)) {
      for (Path file : files.toList()) {
        String permissions = Files.isDirectory(file) ? "rwxr-xr-x" : "rw-r--r--";
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
      }
    }
  }

  private static String commit(@Nullable String id, @Nullable String dirty) {
    if (id == null || !id.matches("[0-9a-f]{40}")) {
      return "unknown"; // no repository around the sources
    }
    return id + ("true".equals(dirty) ? "-dirty" : "");
  }

  private static String text(
      SpecIdentity spec, String commit, List<String> verified, List<String> unproven) {
    ObjectNode manifest =
        JsonNodeFactory.instance
            .objectNode()
            .put("service", spec.service())
            .put("apiVersion", spec.apiVersion())
            .put("specSha256", spec.sha256())
            .put("commit", commit);
    list(manifest.putArray("verifiedContracts"), verified);
    if (!unproven.isEmpty()) {
      list(manifest.putArray("unprovenContracts"), unproven);
    }
    return JSON.writeValueAsString(manifest) + "\n";
  }

  private static void list(ArrayNode into, List<String> names) {
    names.forEach(into::add);
  }
}

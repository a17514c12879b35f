package org.contractshop.tools.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.contractshop.tools.spec.SpecFiles;
import org.contractshop.tools.spec.Violation;

/**
 * The released specs are what was released: their checksums stand beside them, so that nobody edits
 * the spec and its released copy together.
 */
public final class ReleasedFiles {
  /** As {@code sha256sum} writes it. */
  public static final String CHECKSUMS = "SHA256SUMS";

  private static final String RULE = "released-files";

  private ReleasedFiles() {}

  public static List<Violation> violations(Path folder) {
    if (!Files.exists(folder.resolve(CHECKSUMS))) {
      return List.of(); // before the first release
    }
    Map<String, String> expected = expected(folder);
    Map<String, String> actual = checksums(SpecFiles.texts(folder));
    List<Violation> violations = new ArrayList<>();
    expected.forEach(
        (file, checksum) -> {
          String name = folder.getFileName() + "/" + file;
          if (!actual.containsKey(file)) {
            violations.add(violation(name, "was released, but is gone; bring it back"));
          } else if (!actual.get(file).equals(checksum)) {
            violations.add(
                violation(
                    name,
                    "is not what was released; undo the edit, or release with ./spec release"));
          }
        });
    actual.keySet().stream()
        .filter(file -> !expected.containsKey(file))
        .forEach(
            file ->
                violations.add(
                    violation(
                        folder.getFileName() + "/" + file,
                        "was never released; remove it, or release with ./spec release")));
    return violations;
  }

  /** Makes these specs the released ones. */
  public static void release(Map<String, String> texts, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (String old : SpecFiles.texts(folder).keySet()) {
      Files.delete(folder.resolve(old));
    }
    for (Map.Entry<String, String> text : texts.entrySet()) {
      Files.writeString(folder.resolve(text.getKey()), text.getValue());
    }
    String checksums =
        checksums(texts).entrySet().stream()
            .map(file -> file.getValue() + "  " + file.getKey() + "\n")
            .collect(Collectors.joining());
    Files.writeString(folder.resolve(CHECKSUMS), checksums);
  }

  private static Violation violation(String file, String text) {
    return new Violation(RULE, file, 1, text);
  }

  private static Map<String, String> expected(Path folder) {
    Path file = folder.resolve(CHECKSUMS);
    Map<String, String> expected = new TreeMap<>();
    if (Files.exists(file)) {
      try {
        for (String line : Files.readAllLines(file)) {
          String[] checksumAndName = line.split("  ", 2);
          if (checksumAndName.length == 2) {
            expected.put(checksumAndName[1], checksumAndName[0]);
          }
        }
      } catch (IOException exception) {
        throw new UncheckedIOException(exception);
      }
    }
    return expected;
  }

  /** Line ends count as line feeds: git may check out others. */
  private static Map<String, String> checksums(Map<String, String> texts) {
    Map<String, String> checksums = new TreeMap<>();
    texts.forEach((file, text) -> checksums.put(file, sha256(text.replace("\r\n", "\n"))));
    return checksums;
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException exception) {
      throw new IllegalStateException("Every Java has SHA-256", exception);
    }
  }
}

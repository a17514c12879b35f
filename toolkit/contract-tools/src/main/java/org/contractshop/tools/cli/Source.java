package org.contractshop.tools.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.contractshop.tools.spec.SpecFiles;

/**
 * Where specs come from.
 *
 * @param texts by file name
 * @param only the file that was named; empty if a folder was
 */
record Source(Map<String, String> texts, String only) {
  private static final String FOLDER = "api-specs";

  /**
   * @param place a folder, a file of one, or a revision of git, perhaps with a folder or file
   *     behind a colon: {@code main}, {@code v1.0.0:api-specs/product-service.yaml}
   */
  static Source of(String place) {
    Path path = Path.of(place);
    if (Files.isDirectory(path)) {
      return new Source(SpecFiles.texts(path), "");
    }
    if (Files.isRegularFile(path)) {
      Path folder = path.toAbsolutePath().resolveSibling("");
      return new Source(SpecFiles.texts(folder), path.getFileName().toString());
    }
    return ofRevision(place);
  }

  /** The other texts, and the same file under the name that it has here. */
  Source withNamesOf(Source other) {
    if (only.isEmpty() || other.only.isEmpty() || only.equals(other.only)) {
      return this;
    }
    Map<String, String> renamed = new TreeMap<>(texts);
    renamed.remove(other.only);
    renamed.put(other.only, renamed.remove(only));
    return new Source(renamed, other.only);
  }

  private static Source ofRevision(String place) {
    String revision = place.replaceFirst(":.*", "");
    String path = place.contains(":") ? place.replaceFirst("[^:]*:", "") : FOLDER;
    boolean isFile = path.endsWith(".yaml");
    String folder = isFile ? path.replaceFirst("/?[^/]*$", "") : path.replaceFirst("/$", "");
    Map<String, String> texts = new TreeMap<>();
    for (String file : git(place, "ls-tree", "--name-only", revision, folder + "/").split("\n")) {
      if (file.endsWith(".yaml")) {
        texts.put(
            file.substring(file.lastIndexOf('/') + 1), git(place, "show", revision + ":" + file));
      }
    }
    if (texts.isEmpty()) {
      throw new SourceException(place + " holds no specs");
    }
    return new Source(texts, isFile ? path.substring(path.lastIndexOf('/') + 1) : "");
  }

  private static String git(String place, String... arguments) {
    try {
      List<String> command = new java.util.ArrayList<>(List.of("git"));
      command.addAll(List.of(arguments));
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new SourceException(place + " is no file, no folder and no revision of git");
      }
      return output;
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    } catch (InterruptedException exception) {
      Thread.currentThread().interrupt();
      throw new SourceException("interrupted");
    }
  }
}

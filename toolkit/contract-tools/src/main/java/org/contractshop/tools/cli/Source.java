package org.contractshop.tools.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.contractshop.tools.spec.SpecFiles;

/**
 * Where specs come from.
 *
 * @param texts by file name
 * @param only the file that was named; empty if a folder was
 * @param folder where the files are; with the Git revision, if they come from one
 */
record Source(Map<String, String> texts, String only, String folder) {
  private static final String FOLDER = "api-specs";

  /**
   * @param place a folder, a file in it, or a Git revision, optionally followed by a colon and a
   *     folder or file: {@code main}, {@code v1.0.0:api-specs/product-service.yaml}
   */
  static Source of(String place) {
    Path path = Path.of(place);
    if (Files.isDirectory(path)) {
      return new Source(SpecFiles.texts(path), "", place.replaceFirst("/*$", "/"));
    }
    if (Files.isRegularFile(path)) {
      Path folder = path.toAbsolutePath().resolveSibling("");
      String name = path.getFileName().toString();
      String before = place.substring(0, place.length() - name.length());
      return new Source(SpecFiles.texts(folder), name, before);
    }
    return ofRevision(Path.of(""), place);
  }

  /** The other texts, and the same file under the name that it has here. */
  Source withNamesOf(Source other) {
    if (only.isEmpty() || other.only.isEmpty() || only.equals(other.only)) {
      return this;
    }
    Map<String, String> renamed = new TreeMap<>(texts);
    renamed.remove(other.only);
    renamed.put(other.only, renamed.remove(only));
    return new Source(renamed, other.only, folder);
  }

  /**
   * @param repository any folder in it
   */
  static Source ofRevision(Path repository, String place) {
    String revision = place.replaceFirst(":.*", "");
    String path = place.contains(":") ? place.replaceFirst("[^:]*:", "") : FOLDER;
    boolean isFile = path.endsWith(".yaml");
    String folder = isFile ? path.replaceFirst("/?[^/]*$", "") : path.replaceFirst("/$", "");
    Map<String, String> texts = new TreeMap<>();
    String files = git(repository, place, "ls-tree", "--name-only", revision, folder + "/");
    for (String file : files.split("\n")) {
      if (file.endsWith(".yaml")) {
        texts.put(
            file.substring(file.lastIndexOf('/') + 1),
            git(repository, place, "show", revision + ":" + file));
      }
    }
    if (texts.isEmpty()) {
      throw new SourceException(place + " holds no specs");
    }
    String only = isFile ? path.substring(path.lastIndexOf('/') + 1) : "";
    return new Source(texts, only, revision + ":" + folder + "/");
  }

  private static String git(Path repository, String place, String... arguments) {
    try {
      List<String> command = new ArrayList<>(List.of("git"));
      command.addAll(List.of(arguments));
      Process process =
          new ProcessBuilder(command)
              .directory(repository.toAbsolutePath().toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
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

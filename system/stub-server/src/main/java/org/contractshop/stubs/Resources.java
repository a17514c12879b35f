package org.contractshop.stubs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.stream.Stream;

/** Reads files on the class path. */
final class Resources {
  private Resources() {}

  static boolean exists(String name) {
    return Resources.class.getClassLoader().getResource(name) != null;
  }

  static InputStream open(String name) {
    InputStream in = Resources.class.getClassLoader().getResourceAsStream(name);
    if (in == null) {
      throw new IllegalStateException("This jar lacks " + name + ": build it anew");
    }
    return in;
  }

  /** The names of the folders in a folder, in all parts of the class path. */
  static SortedSet<String> children(String folder) {
    SortedSet<String> names = new TreeSet<>();
    try {
      for (URL url : Collections.list(Resources.class.getClassLoader().getResources(folder))) {
        if (url.openConnection() instanceof JarURLConnection jar) {
          jar.getJarFile().stream()
              .map(JarEntry::getName)
              .filter(name -> name.startsWith(folder + "/"))
              .map(name -> name.substring(folder.length() + 1).split("/")[0])
              .filter(name -> !name.isEmpty())
              .forEach(names::add);
        } else {
          try (Stream<Path> files = Files.list(Path.of(url.toURI()))) {
            files.map(file -> file.getFileName().toString()).forEach(names::add);
          }
        }
      }
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    } catch (URISyntaxException exception) {
      throw new IllegalStateException(exception);
    }
    return names;
  }

  static byte[] bytes(String name) {
    try (InputStream in = open(name)) {
      return in.readAllBytes();
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  static String text(String name) {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }
}

package org.contractshop.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Passwords and keys of one data directory. Missing ones are generated and kept in the file; those
 * in the environment take precedence, and are never written down.
 */
public final class Secrets {
  /** Only if the environment has it: otherwise tokens are signed with key pairs. */
  public static final String JWT_SECRET = "JWT_SECRET";

  public static final String ADMIN_EMAIL = "ADMIN_EMAIL";
  public static final String ADMIN_PASSWORD = "ADMIN_PASSWORD";
  public static final String SERVICE_ACCOUNT_EMAIL = "SERVICE_ACCOUNT_EMAIL";
  public static final String SERVICE_ACCOUNT_PASSWORD = "SERVICE_ACCOUNT_PASSWORD";

  /** The password of the PostgreSQL superuser. */
  public static final String POSTGRES_PASSWORD = "POSTGRES_PASSWORD";

  private static final int PASSWORD_BYTES = 18;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Map<String, String> values;

  private Secrets(Map<String, String> values) {
    this.values = values;
  }

  static Secrets load(Path file, Map<String, String> environment) throws IOException {
    Map<String, String> given = new TreeMap<>();
    for (String name : names()) {
      if (!environment.getOrDefault(name, "").isBlank() && !isOfDatabase(name)) {
        given.put(name, environment.get(name));
      }
    }
    Map<String, String> stored = read(file);
    Map<String, String> kept = defaults();
    kept.keySet().removeAll(given.keySet());
    kept.putAll(stored);
    kept.remove(JWT_SECRET); // of an earlier version
    if (!kept.equals(stored)) {
      write(file, kept);
    }
    Map<String, String> values = new TreeMap<>(kept);
    values.putAll(given);
    return new Secrets(values);
  }

  public String get(String name) {
    return values.get(name);
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  static boolean isSecret(String variable) {
    return names().contains(variable);
  }

  private static Set<String> names() {
    Set<String> names = new TreeSet<>(defaults().keySet());
    names.add(JWT_SECRET);
    return names;
  }

  private static Map<String, String> defaults() {
    Map<String, String> defaults = new TreeMap<>();
    defaults.put(ADMIN_EMAIL, "admin@shop.example");
    defaults.put(ADMIN_PASSWORD, random(PASSWORD_BYTES));
    defaults.put(SERVICE_ACCOUNT_EMAIL, Service.ORDER + "@shop.example");
    defaults.put(SERVICE_ACCOUNT_PASSWORD, random(PASSWORD_BYTES));
    defaults.put(POSTGRES_PASSWORD, random(PASSWORD_BYTES));
    for (Service service : Service.values()) {
      defaults.put(service.databasePassword(), random(PASSWORD_BYTES));
    }
    return defaults;
  }

  /** The environment may contain the password of some other database. */
  private static boolean isOfDatabase(String name) {
    return name.equals(POSTGRES_PASSWORD) || name.endsWith("_DATABASE_PASSWORD");
  }

  /** URL-safe, so that the values need no quoting in URLs, SQL and properties. */
  private static String random(int bytes) {
    byte[] value = new byte[bytes];
    RANDOM.nextBytes(value);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
  }

  private static Map<String, String> read(Path file) throws IOException {
    Properties properties = new Properties();
    if (Files.exists(file)) {
      try (BufferedReader reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      }
    }
    Map<String, String> values = new TreeMap<>();
    properties
        .stringPropertyNames()
        .forEach(name -> values.put(name, properties.getProperty(name)));
    return values;
  }

  /** Writes to a second file first, so that a crash leaves either the old or the new content. */
  private static void write(Path file, Map<String, String> values) throws IOException {
    StringBuilder text = new StringBuilder("# Made at the first start. Keep it with the data.\n");
    values.forEach((name, value) -> text.append(name).append('=').append(value).append('\n'));
    Path unfinished = Files.createTempFile(file.getParent(), "secrets", ".tmp", ownerOnly());
    Files.writeString(unfinished, text);
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }

  static FileAttribute<?>[] ownerOnly() {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}

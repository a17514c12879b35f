package org.contractshop.launcher;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The environment variables that the services are configured with. */
final class ServiceEnvironment {
  private static final Set<String> FOR_ONE_SERVICE =
      Set.of("DATABASE_URL", "SIGNING_KEYS", "JWKS_URL", "JWKS_COPY");

  private final Settings settings;
  private final Secrets secrets;
  private final DatabaseServer database;

  ServiceEnvironment(Settings settings, Secrets secrets, DatabaseServer database) {
    this.settings = settings;
    this.secrets = secrets;
    this.database = database;
  }

  Map<String, String> of(Service service, int port, int managementPort) {
    Map<String, String> variables = new HashMap<>();
    variables.put("PORT", Integer.toString(port));
    variables.put("MANAGEMENT_PORT", Integer.toString(managementPort));
    variables.put("SERVER_ADDRESS", settings.address());
    variables.put("DATABASE_URL", database.url(service));
    variables.put("SHOP_DOCS_OVERVIEW_URL", settings.overviewUrl());
    if (secrets.has(Secrets.JWT_SECRET)) {
      putSecrets(variables, Secrets.JWT_SECRET);
    } else {
      putKeys(variables, service);
    }
    switch (service) {
      case USER -> {
        variables.put(
            "TOKEN_AUDIENCE",
            Stream.of(Service.values()).map(Service::toString).collect(Collectors.joining(",")));
        putSecrets(variables, Secrets.ADMIN_EMAIL, Secrets.ADMIN_PASSWORD);
        putSecrets(variables, Secrets.SERVICE_ACCOUNT_EMAIL, Secrets.SERVICE_ACCOUNT_PASSWORD);
      }
      case ORDER -> {
        putUrls(variables, Service.USER, Service.PRODUCT);
        putSecrets(variables, Secrets.SERVICE_ACCOUNT_EMAIL, Secrets.SERVICE_ACCOUNT_PASSWORD);
      }
      case PRODUCT -> {}
    }
    variables.putAll(settings.overrides().getOrDefault(service, Map.of()));
    return variables;
  }

  /**
   * Taken from the caller's shell, these would point all services to one database, or give the
   * secret of one service to all of them.
   */
  static boolean isForOneServiceOnly(String variable) {
    return variable.startsWith("SPRING_DATASOURCE_")
        || FOR_ONE_SERVICE.contains(variable)
        || Secrets.isSecret(variable);
  }

  private void putKeys(Map<String, String> variables, Service service) {
    if (service == Service.USER) {
      variables.put("SIGNING_KEYS", settings.data().resolve("keys").toString());
    } else {
      variables.put("JWKS_URL", settings.url(Service.USER) + "/.well-known/jwks.json");
      variables.put("JWKS_COPY", settings.data().resolve(service + "-jwks.json").toString());
    }
  }

  private void putUrls(Map<String, String> variables, Service... peers) {
    for (Service peer : peers) {
      variables.put(peer.urlVariable(), settings.url(peer));
    }
  }

  private void putSecrets(Map<String, String> variables, String... names) {
    for (String name : names) {
      variables.put(name, secrets.get(name));
    }
  }
}

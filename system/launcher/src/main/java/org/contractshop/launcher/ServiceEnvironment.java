package org.contractshop.launcher;

import java.util.HashMap;
import java.util.Map;

/** The environment variables that the services are configured with. */
final class ServiceEnvironment {
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
    putSecrets(variables, Secrets.JWT_SECRET);
    switch (service) {
      case USER -> {
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
   * From the caller's shell, these would send all services to one database, or tell all of them a
   * secret of one.
   */
  static boolean isForOneServiceOnly(String variable) {
    return variable.startsWith("SPRING_DATASOURCE_")
        || variable.equals("DATABASE_URL")
        || Secrets.isSecret(variable);
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

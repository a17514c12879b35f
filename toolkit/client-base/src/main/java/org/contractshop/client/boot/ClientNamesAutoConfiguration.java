package org.contractshop.client.boot;

import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Rejects properties of unknown clients, which would otherwise be ignored. */
@AutoConfiguration
class ClientNamesAutoConfiguration {
  private static final String PREFIX = "shop.clients";

  /** Before other beans, which would fail for lack of the client with a less helpful message. */
  @Bean
  static BeanFactoryPostProcessor clientNames(Environment environment) {
    return beans -> {
      List<String> known =
          beans.getBeanProvider(KnownClient.class).stream()
              .map(KnownClient::name)
              .sorted()
              .toList();
      Binder.get(environment)
          .bind(PREFIX, Bindable.mapOf(String.class, Object.class))
          .orElse(Map.of())
          .keySet()
          .stream()
          .filter(name -> !known.contains(name))
          .forEach(name -> refuse(name, known));
    };
  }

  private static void refuse(String name, List<String> known) {
    String advice =
        known.stream()
            .filter(client -> name.contains(client) || client.contains(name))
            .findFirst()
            .map(client -> "Did you mean " + PREFIX + "." + client + "?")
            .orElse("The clients on the class path are " + String.join(", ", known) + ".");
    throw new InvalidConfigurationPropertyValueException(
        PREFIX + "." + name, "(not shown)", "There is no client of this name. " + advice);
  }
}

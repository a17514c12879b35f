package org.contractshop.client.boot;

import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.function.Function;
import org.contractshop.client.ClientSettings;
import org.contractshop.client.TokenSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.context.ApplicationContext;

/** Reads the settings of a client from the properties of an application. */
public final class BootSettings {
  private final String prefix;
  private final Properties properties;

  /** The properties after the prefix, in camel case. */
  record Properties(
      @Nullable String baseUrl,
      @Nullable Duration connectTimeout,
      @Nullable Duration readTimeout,
      @Nullable Duration totalTimeout,
      @Nullable Integer retries) {}

  private BootSettings(String prefix, Properties properties) {
    this.prefix = prefix;
    this.properties = properties;
  }

  /**
   * @param client such as {@code product}; no other properties than these may begin with {@code
   *     shop.clients.product}
   * @throws InvalidConfigurationPropertyValueException which Spring Boot prints in plain words
   */
  public static ClientSettings of(ApplicationContext application, String client) {
    String prefix = "shop.clients." + client;
    Properties properties =
        Binder.get(application.getEnvironment())
            .bindOrCreate(
                prefix,
                Bindable.of(Properties.class),
                new NoUnboundElementsBindHandler(
                    BindHandler.DEFAULT, new UnboundElementsSourceFilter()));
    ClientSettings settings =
        new BootSettings(prefix, properties)
            .settings()
            .token(lazy(application.getBeanProvider(TokenSupplier.class)));
    ObservationRegistry observations =
        application.getBeanProvider(ObservationRegistry.class).getIfUnique();
    if (observations != null) {
      settings = settings.observations(observations);
    }
    for (ClientCustomizer customizer :
        application.getBeanProvider(ClientCustomizer.class).orderedStream().toList()) {
      settings = customizer.customize(client, settings);
    }
    return settings;
  }

  private ClientSettings settings() {
    String url = properties.baseUrl() == null ? "" : properties.baseUrl();
    ClientSettings settings = checked("base-url", "(not shown)", value -> ClientSettings.of(url));
    settings =
        with(settings, "connect-timeout", properties.connectTimeout(), settings::connectTimeout);
    settings = with(settings, "read-timeout", properties.readTimeout(), settings::readTimeout);
    settings = with(settings, "total-timeout", properties.totalTimeout(), settings::totalTimeout);
    return with(settings, "retries", properties.retries(), settings::retries);
  }

  private <V> ClientSettings with(
      ClientSettings settings, String name, @Nullable V value, Function<V, ClientSettings> change) {
    return value == null ? settings : checked(name, value, change);
  }

  private <V> ClientSettings checked(String name, V value, Function<V, ClientSettings> change) {
    try {
      return change.apply(value);
    } catch (IllegalArgumentException exception) {
      throw new InvalidConfigurationPropertyValueException(
          prefix + "." + name, value, exception.getMessage());
    }
  }

  /**
   * Looked up only when a token is needed, so that a bean that supplies tokens may itself use a
   * client.
   */
  private static TokenSupplier lazy(ObjectProvider<TokenSupplier> provider) {
    return new TokenSupplier() {
      @Override
      public @Nullable String get() {
        TokenSupplier supplier = provider.getIfAvailable();
        return supplier == null ? null : supplier.get();
      }

      @Override
      public void rejected(String token) {
        provider.ifAvailable(supplier -> supplier.rejected(token));
      }
    };
  }
}

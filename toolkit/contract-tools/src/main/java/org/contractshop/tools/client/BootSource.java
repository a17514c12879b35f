package org.contractshop.tools.client;

import java.util.stream.Collectors;

/** Makes Spring Boot aware of a client. */
record BootSource(String javaPackage, ClientSpec spec) {
  static final String IMPORTS =
      "META-INF/spring/org.springframework.boot.autoconfigure.AutoConfiguration.imports";

  /** Makes IDEs complete the properties. */
  static final String METADATA = "META-INF/spring-configuration-metadata.json";

  String className() {
    return client() + "AutoConfiguration";
  }

  String imports() {
    return javaPackage + "." + className() + "\n";
  }

  String text() {
    return """
        package %1$s;

        import org.contractshop.client.boot.BootSettings;
        import org.contractshop.client.boot.KnownClient;
        import org.springframework.boot.autoconfigure.AutoConfiguration;
        import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
        import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
        import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
        import org.springframework.context.ApplicationContext;
        import org.springframework.context.annotation.Bean;

        /** A bean of the client and of each of its interfaces, unless the application has its own. */
        @AutoConfiguration
        class %2$s {
          @Bean
          static KnownClient known%4$s() {
            return new KnownClient("%7$s");
          }

          @Bean
          @ConditionalOnProperty("%3$s.base-url")
          @ConditionalOnMissingBean
          %4$s %5$s(ApplicationContext application) {
            return new %4$s(BootSettings.of(application, "%7$s"));
          }
        %6$s}
        """
        .formatted(
            javaPackage,
            className(),
            prefix(),
            client(),
            ClientSpec.variable(client()),
            spec.interfaces().stream().map(this::bean).collect(Collectors.joining()),
            spec.shortName());
  }

  /** Named after its client, since each client has a health interface. */
  private String bean(ClientSpec.Interface it) {
    return """

          @Bean("%1$s%2$sApi")
          @ConditionalOnBean(%3$s.class)
          @ConditionalOnMissingBean
          %2$sApi %4$sApi(%3$s client) {
            return client.%4$s();
          }
        """
        .formatted(ClientSpec.variable(client()), it.name(), client(), it.variable());
  }

  String metadata() {
    return """
        {
          "properties": [
        %s,
        %s,
        %s,
        %s,
        %s
          ]
        }
        """
        .formatted(
            property("base-url", "java.lang.String", "", "Where the service is."),
            property("connect-timeout", "java.time.Duration", "1s", "For one attempt to connect."),
            property(
                "read-timeout", "java.time.Duration", "2s", "For one attempt, the body included."),
            property(
                "total-timeout", "java.time.Duration", "5s", "For all attempts and their waits."),
            property(
                "retries",
                "java.lang.Integer",
                "2",
                "Of requests that are safe to repeat, 0 to 10."));
  }

  private String property(String name, String type, String defaultValue, String description) {
    String entry =
        "    {\"name\": \"%s.%s\", \"type\": \"%s\", \"description\": \"%s\""
            .formatted(prefix(), name, type, description);
    return entry + (defaultValue.isEmpty() ? "}" : ", \"defaultValue\": \"" + defaultValue + "\"}");
  }

  private String client() {
    return spec.classPrefix() + "Client";
  }

  private String prefix() {
    return "shop.clients." + spec.shortName();
  }
}

package org.contractshop.base;

import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/**
 * Shows a service's spec at {@code /docs}, unless {@code shop.docs.enabled} is false. The page
 * links to {@code shop.docs.overview-url}, a page about all services, if that is set.
 */
@AutoConfiguration
@ConditionalOnWebApplication
@ConditionalOnBooleanProperty(name = "shop.docs.enabled", matchIfMissing = true)
class ApiDocsConfiguration {
  private static final int AFTER_THE_CONTROLLERS = 10;

  @Bean
  ApiDocs apiDocs(
      @Value("${spring.application.name}") String service,
      @Value("${shop.docs.overview-url:}") String overview) {
    Map<String, Resource> files = new HashMap<>();
    files.put("/openapi.yaml", new ClassPathResource("openapi/" + service + ".yaml"));
    files.put("/common.yaml", new ClassPathResource("openapi/common.yaml"));
    files.put("/docs/", new ClassPathResource("api-docs/index.html"));
    for (String name :
        new String[] {
          "docs.css",
          "docs.js",
          "favicon.svg",
          "swagger-ui.css",
          "swagger-ui-bundle.js",
          "swagger-ui-bundle.js.LICENSE.txt"
        }) {
      files.put("/docs/" + name, new ClassPathResource("api-docs/" + name));
    }
    return new ApiDocs(files, overview);
  }

  @Bean
  HandlerMapping apiDocsMapping(ApiDocs docs) {
    Map<String, ApiDocs> handlers = new HashMap<>();
    docs.paths().forEach(path -> handlers.put(path, docs));
    return new SimpleUrlHandlerMapping(handlers, AFTER_THE_CONTROLLERS);
  }
}

package org.contractshop.order;

import java.io.IOException;
import org.contractshop.testing.FaultProxy;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.cloud.contract.stubrunner.StubFinder;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** Tells order-service where the stubs are, once they have a port. */
@TestConfiguration(proxyBeanMethods = false)
class StubsBehindProxy {
  @Bean
  FaultProxy productServiceProxy(StubFinder stubs) throws IOException {
    return new FaultProxy(stubs.findStubUrl("product-service").getPort());
  }

  @Bean
  DynamicPropertyRegistrar peers(StubFinder stubs, FaultProxy productServiceProxy) {
    return registry -> {
      registry.add("PRODUCT_SERVICE_URL", productServiceProxy::url);
      registry.add("USER_SERVICE_URL", () -> stubs.findStubUrl("user-service").toString());
    };
  }
}

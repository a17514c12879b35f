package org.contractshop.order;

import java.io.IOException;
import org.contractshop.testing.FaultProxy;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.cloud.contract.stubrunner.StubFinder;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** Tells order-service that product-service is where the proxy is, once that has a port. */
@TestConfiguration(proxyBeanMethods = false)
class StubsBehindProxy {
  @Bean
  FaultProxy productServiceProxy(StubFinder stubs) throws IOException {
    return new FaultProxy(stubs.findStubUrl("product-service").getPort());
  }

  @Bean
  DynamicPropertyRegistrar productService(FaultProxy productServiceProxy) {
    return registry -> registry.add("PRODUCT_SERVICE_URL", productServiceProxy::url);
  }
}

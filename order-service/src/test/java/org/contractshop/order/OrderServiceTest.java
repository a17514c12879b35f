package org.contractshop.order;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/**
 * Runs order-service with a real database and with the stubs of product-service and user-service in
 * place of the live ones, product-service's behind a proxy that can misbehave. All tests that bear
 * it share one context.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "SERVICE_ACCOUNT_EMAIL=order-service@shop.example",
      "SERVICE_ACCOUNT_PASSWORD=service-account-1"
    })
@Import(StubsBehindProxy.class)
public @interface OrderServiceTest {}

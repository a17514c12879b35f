package org.contractshop.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The service does what its specification says, the contracts prove all of it, and nothing was left
 * open.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class OperationsTest {
  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping handlers;

  private final String service;
  private final Http http;
  private final Operations specified;

  OperationsTest(@Value("${spring.application.name}") String service, @LocalServerPort int port)
      throws IOException {
    this.service = service;
    http = new Http(port);
    specified = Operations.specified(service);
  }

  @Test
  void areThoseOfTheSpecification() {
    List<String> mapped =
        handlers.getHandlerMethods().keySet().stream()
            .flatMap(OperationsTest::names)
            .sorted()
            .toList();

    assertThat(mapped).containsExactlyElementsOf(specified.needToken().keySet());
  }

  @Test
  void haveAContractEach() throws IOException {
    assertThat(specified.contracted(service))
        .containsExactlyElementsOf(specified.needToken().keySet());
  }

  @TestFactory
  Stream<DynamicTest> askForATokenIfAndOnlyIfTheSpecificationDoes() {
    return specified.needToken().entrySet().stream()
        .map(
            operation ->
                DynamicTest.dynamicTest(
                    operation.getKey(),
                    () -> {
                      Answer answer = callWithoutToken(operation.getKey());
                      if (operation.getValue()) {
                        answer.isProblem(401, "No token provided");
                      } else {
                        assertThat(answer.status()).isNotIn(401, 403);
                      }
                    }));
  }

  private Answer callWithoutToken(String operation) {
    String[] methodAndPath = operation.split(" ");
    return http.send(
        http.request(methodAndPath[1].replaceAll("\\{[^}]*}", "1"))
            .header("Content-Type", "application/json")
            .method(methodAndPath[0], BodyPublishers.ofString("{}")));
  }

  private static Stream<String> names(RequestMappingInfo handler) {
    return handler.getPatternValues().stream()
        .flatMap(
            path ->
                handler.getMethodsCondition().getMethods().stream()
                    .map(method -> Operations.name(method.name(), path)));
  }
}

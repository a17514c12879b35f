package org.contractshop.tools.junit;

import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.contractshop.tools.contract.Contract;
import org.contractshop.tools.contract.Contracts;
import org.contractshop.tools.contract.Coverage;
import org.contractshop.tools.contract.GeneratedTest;
import org.contractshop.tools.contract.WholeBody;
import org.contractshop.tools.exchange.Exchange;
import org.contractshop.tools.exchange.Repository;
import org.contractshop.tools.mutation.FaultFilter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Turns the generated test of a contract into a proof: sets up the state that the contract names,
 * compares the exchange with the spec and with the whole body of the contract (the generated test
 * overlooks additional fields and elements), and records the contract as proven once its test has
 * passed.
 */
public final class ContractProof implements AfterEachCallback, Filter {
  private String service = "";
  private @Nullable Contract contract;
  private AutoCloseable state = () -> {};
  private boolean compared;

  /**
   * Call this before each test.
   *
   * @param tokens replaces the placeholders of contracts with real tokens
   */
  public void begin(TestInfo test, String service, int port, Filter tokens, ContractStates states)
      throws Exception {
    String generated =
        new GeneratedTest(
                test.getTestClass().orElseThrow().getSimpleName(),
                test.getTestMethod().orElseThrow().getName())
            .toString();
    this.service = service;
    contract = Contracts.of(service).testedBy(generated);
    compared = false;
    RestAssured.port = port;
    RestAssured.replaceFiltersWith(tokens, this);
    state = states.enter(contract().state());
    contract().after().forEach(other -> perform(other, tokens));
  }

  @Override
  public void afterEach(ExtensionContext test) throws Exception {
    state.close();
    if (compared && test.getExecutionException().isEmpty()) {
      Coverage.proved(service, contract().name());
    }
  }

  @Override
  public Response filter(
      FilterableRequestSpecification request,
      FilterableResponseSpecification responseSpecification,
      FilterContext context) {
    Response response = context.next(request, responseSpecification);
    Exchange exchange = exchange(request, response);
    SpecExchanges.check(Repository.service(service), exchange);
    WholeBody.check(contract(), exchange);
    compared = true;
    return response;
  }

  private Contract contract() {
    return Objects.requireNonNull(contract);
  }

  /** Sends the request of a contract that comes before. */
  private void perform(String otherContract, Filter tokens) {
    Exchange exchange = Contracts.of(service).named(otherContract).exchange();
    RequestSpecification request =
        RestAssured.given().noFilters().filter(tokens).header(FaultFilter.PREPARATION, "true");
    exchange.requestHeaders().forEach(request::header);
    if (!exchange.requestBody().isEmpty()) {
      request.body(exchange.requestBody());
    }
    request.request(exchange.method(), exchange.target()).then().statusCode(exchange.status());
  }

  private static Exchange exchange(FilterableRequestSpecification request, Response response) {
    URI uri = URI.create(request.getURI());
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    Map<String, String> requestHeaders = new TreeMap<>();
    request.getHeaders().forEach(header -> requestHeaders.put(header.getName(), header.getValue()));
    Map<String, String> responseHeaders = new TreeMap<>();
    response
        .getHeaders()
        .forEach(header -> responseHeaders.put(header.getName(), header.getValue()));
    Object body = request.getBody();
    return new Exchange(
        request.getMethod(),
        uri.getRawPath() + query,
        requestHeaders,
        body == null ? "" : body.toString(),
        response.statusCode(),
        responseHeaders,
        response.getBody().asString());
  }
}

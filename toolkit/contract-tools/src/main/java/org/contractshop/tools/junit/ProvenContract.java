package org.contractshop.tools.junit;

import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import org.contractshop.tools.contract.Contract;
import org.contractshop.tools.contract.Contracts;
import org.contractshop.tools.contract.Coverage;
import org.contractshop.tools.contract.GeneratedTest;
import org.contractshop.tools.contract.WholeBody;
import org.contractshop.tools.exchange.Exchange;
import org.contractshop.tools.exchange.Spec;
import org.junit.jupiter.api.TestInfo;

/**
 * Holds the exchange of a contract's generated test against the spec, and against the whole of the
 * contract's body: by itself the test overlooks a further field or element. Belongs after {@link
 * org.contractshop.testing.TokenPlaceholders}.
 */
public final class ProvenContract implements Filter {
  private final String service;
  private final Contract contract;

  /**
   * @param test one of the generated tests
   */
  public ProvenContract(String service, TestInfo test) {
    this.service = service;
    String wanted =
        new GeneratedTest(
                test.getTestClass().orElseThrow().getSimpleName(),
                test.getTestMethod().orElseThrow().getName())
            .toString();
    contract = Contracts.of(service).testedBy(wanted);
  }

  @Override
  public Response filter(
      FilterableRequestSpecification request,
      FilterableResponseSpecification responseSpecification,
      FilterContext context) {
    Response response = context.next(request, responseSpecification);
    Exchange exchange = exchange(request, response);
    SpecExchanges.check(Spec.of(service), exchange);
    WholeBody.check(contract, exchange);
    Coverage.proved(service, contract.name());
    return response;
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

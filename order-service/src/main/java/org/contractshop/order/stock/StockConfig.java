package org.contractshop.order.stock;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import org.contractshop.product.client.StockApi;
import org.contractshop.user.client.AuthenticationApi;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** Builds the generated clients. */
@Configuration(proxyBeanMethods = false)
class StockConfig {
  private static final Duration CONNECT_TIMEOUT = Duration.ofMillis(300);

  @Bean
  ServiceToken serviceToken(
      @Value("${USER_SERVICE_URL}") String url,
      @Value("${SERVICE_ACCOUNT_EMAIL}") String email,
      @Value("${SERVICE_ACCOUNT_PASSWORD}") String password) {
    AuthenticationApi userService =
        HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client(url).build()))
            .build()
            .createClient(AuthenticationApi.class);
    return new ServiceToken(userService, email, password);
  }

  @Bean
  StockApi productService(@Value("${PRODUCT_SERVICE_URL}") String url, ServiceToken token) {
    RestClient client =
        client(url)
            .requestInterceptor((request, body, next) -> authorized(request, body, next, token))
            .build();
    return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
        .build()
        .createClient(StockApi.class);
  }

  private static RestClient.Builder client(String url) {
    JdkClientHttpRequestFactory requests =
        new JdkClientHttpRequestFactory(
            HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_TIMEOUT)
                .build());
    // Spring cuts the body too when this time is over, unlike the timeout of the JDK's client
    // alone.
    requests.setReadTimeout(ResilientCalls.ATTEMPT);
    return RestClient.builder()
        .baseUrl(url)
        .requestFactory(requests)
        .requestInterceptor(new PlausibleAnswers());
  }

  private static ClientHttpResponse authorized(
      HttpRequest request, byte[] body, ClientHttpRequestExecution next, ServiceToken token)
      throws IOException {
    request.getHeaders().setBearerAuth(token.get());
    ClientHttpResponse response = next.execute(request, body);
    if (response.getStatusCode().isSameCodeAs(HttpStatus.UNAUTHORIZED)) {
      token.reject();
    }
    return response;
  }
}

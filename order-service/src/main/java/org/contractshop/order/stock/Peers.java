package org.contractshop.order.stock;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** The services that this one calls, and the account it uses. */
@Validated
@ConfigurationProperties("shop.peers")
record Peers(
    @NotBlank(message = "USER_SERVICE_URL is missing")
        @Pattern(regexp = URL, message = "USER_SERVICE_URL must be an http(s) URL")
        String userServiceUrl,
    @NotBlank(message = "PRODUCT_SERVICE_URL is missing")
        @Pattern(regexp = URL, message = "PRODUCT_SERVICE_URL must be an http(s) URL")
        String productServiceUrl,
    @NotBlank(message = "SERVICE_ACCOUNT_EMAIL is missing") String accountEmail,
    @NotBlank(message = "SERVICE_ACCOUNT_PASSWORD is missing") String accountPassword) {
  private static final String URL = "\\s*|https?://[^\\s/]+(/\\S*)?";

  @Override
  public String toString() {
    return "Peers[" + userServiceUrl + ", " + productServiceUrl + "]"; // never the password
  }
}

package org.contractshop.user;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How many attempts are allowed within a period, at once or spread over it. Only failed logins
 * count.
 *
 * @param enabled false for load tests
 */
@Validated
@ConfigurationProperties("shop.throttling")
record ThrottlingProperties(
    boolean enabled,
    @DurationMin(seconds = 1) @DurationMax(hours = 1) Duration period,
    @Min(1) @Max(1_000_000) int loginsPerAccountAndAddress,
    @Min(1) @Max(1_000_000) int loginsPerAccount,
    @Min(1) @Max(1_000_000) int loginsPerAddress,
    @Min(1) @Max(1_000_000) int registrationsPerAddress) {

  /**
   * One address gets twice its limit within the first period: what it has, and what is refilled.
   */
  @AssertTrue(
      message =
          "shop.throttling.logins-per-account must be more than twice"
              + " logins-per-account-and-address, or one attacker locks out the owner")
  boolean isOwnerSafeFromOneAddress() {
    return loginsPerAccount > 2 * loginsPerAccountAndAddress;
  }
}

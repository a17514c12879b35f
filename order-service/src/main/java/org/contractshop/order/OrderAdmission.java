package org.contractshop.order;

import java.time.Duration;
import org.contractshop.base.admission.AdmissionGate;
import org.contractshop.base.admission.AdmissionLimiter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How many orders are placed concurrently, and how many may wait. */
@Configuration(proxyBeanMethods = false)
class OrderAdmission {
  private static final int LEAST = 40;
  private static final int MOST = 100;

  /** As many orders may wait as are placed concurrently. */
  private static final int USUALLY = 2 * LEAST;

  /** Makes room for a rush of 200. */
  private static final int BURST = 140;

  /** So many are placed in a tenth of a second, and leave processor time for refusals and reads. */
  private static final int IN_OVERLOAD = LEAST;

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

  @Bean
  AdmissionLimiter orders() {
    return AdmissionLimiter.adaptive("orders", LEAST, MOST, USUALLY + BURST, LONGEST_WAIT);
  }

  @Bean
  AdmissionGate placing() {
    return new AdmissionGate("POST", "/orders", USUALLY, BURST, IN_OVERLOAD);
  }
}

package org.contractshop.order;

import java.time.Duration;
import org.contractshop.base.admission.AdmissionGate;
import org.contractshop.base.admission.AdmissionLimiter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How many orders are placed at once, and how many wait for that. */
@Configuration(proxyBeanMethods = false)
class OrderAdmission {
  private static final int LEAST = 40;
  private static final int MOST = 100;
  private static final int QUEUE = 40;
  private static final int BURST = 140;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

  @Bean
  AdmissionLimiter orders() {
    return AdmissionLimiter.adaptive("orders", LEAST, MOST, QUEUE + BURST, LONGEST_WAIT);
  }

  @Bean
  AdmissionGate placing(AdmissionLimiter orders) {
    return new AdmissionGate("POST", "/orders", orders, QUEUE, BURST);
  }
}

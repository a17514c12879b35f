package org.contractshop.tools.mutation;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/** Puts the faults in front of the service, only in the mutation run. */
@AutoConfiguration
@ConditionalOnWebApplication
@ConditionalOnProperty(FaultConfiguration.PROPERTY)
class FaultConfiguration {
  static final String PROPERTY = "contract.mutations";

  @Bean
  FilterRegistrationBean<FaultFilter> faults() {
    FilterRegistrationBean<FaultFilter> faults = new FilterRegistrationBean<>(new FaultFilter());
    faults.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return faults;
  }
}

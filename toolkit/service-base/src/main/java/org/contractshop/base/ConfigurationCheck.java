package org.contractshop.base;

import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.validation.ObjectError;

/**
 * Binds the services' own {@link ConfigurationProperties} before anything else is created, so that
 * all errors in them are reported together.
 */
final class ConfigurationCheck implements BeanFactoryPostProcessor {
  private static final String OURS = "org.contractshop.";

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
    SortedSet<String> complaints = new TreeSet<>();
    for (String name : beans.getBeanNamesForAnnotation(ConfigurationProperties.class)) {
      Class<?> type = Objects.requireNonNull(beans.getType(name));
      if (type.getName().startsWith(OURS)) {
        complaints.addAll(complaints(beans, name));
      }
    }
    if (!complaints.isEmpty()) {
      throw new ConfigurationException(String.join("; ", complaints));
    }
  }

  private static List<String> complaints(ConfigurableListableBeanFactory beans, String name) {
    try {
      beans.getBean(name);
      // Bound again when it is used: until then, more properties may become known, as in tests.
      ((DefaultSingletonBeanRegistry) beans).destroySingleton(name);
      return List.of();
    } catch (BeanCreationException exception) {
      BindValidationException invalid = Causes.find(exception, BindValidationException.class);
      if (invalid == null) {
        throw exception;
      }
      return invalid.getValidationErrors().getAllErrors().stream()
          .map(ObjectError::getDefaultMessage)
          .filter(Objects::nonNull)
          .toList();
    }
  }
}

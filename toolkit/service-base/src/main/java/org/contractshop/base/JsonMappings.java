package org.contractshop.base;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Reserves the media type of problem details for errors. The generated interfaces list it among
 * those that an operation produces, so a caller could ask for a success labelled as a problem.
 */
final class JsonMappings extends RequestMappingHandlerMapping {
  @Override
  protected @Nullable RequestMappingInfo getMappingForMethod(Method method, Class<?> handler) {
    RequestMappingInfo info = super.getMappingForMethod(method, handler);
    if (info == null) {
      return null;
    }
    String[] types =
        info.getProducesCondition().getProducibleMediaTypes().stream()
            .filter(type -> !type.equals(MediaType.APPLICATION_PROBLEM_JSON))
            .map(MediaType::toString)
            .toArray(String[]::new);
    if (types.length == 0) { // an operation without a body on success
      return info;
    }
    return info.mutate().produces(types).options(getBuilderConfiguration()).build();
  }
}

package org.contractshop.tools.specs;

import java.util.LinkedHashSet;
import java.util.Set;

/** The schemas that callers fill: all that a request body reaches. */
final class RequestSchemas {
  private final Set<SpecNode> schemas = new LinkedHashSet<>();

  private RequestSchemas() {}

  static Set<SpecNode> of(Specs specs) {
    RequestSchemas reached = new RequestSchemas();
    for (Operation operation : specs.operations()) {
      for (SpecNode mediaType : operation.requestBody().get("content").children()) {
        reached.add(mediaType.get("schema").resolved());
      }
    }
    return reached.schemas;
  }

  private void add(SpecNode schema) {
    if (schema.exists() && schemas.add(schema)) {
      schema.get("properties").children().forEach(property -> add(property.resolved()));
      add(schema.get("items").resolved());
    }
  }
}

package org.contractshop.tools.lint;

import java.util.LinkedHashSet;
import java.util.Set;
import org.contractshop.tools.spec.Operation;
import org.contractshop.tools.spec.SpecFiles;
import org.contractshop.tools.spec.SpecNode;

/** The schemas that callers fill: all that a request body refers to. */
final class RequestSchemas {
  private final Set<SpecNode> schemas = new LinkedHashSet<>();

  private RequestSchemas() {}

  static Set<SpecNode> of(SpecFiles specs) {
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

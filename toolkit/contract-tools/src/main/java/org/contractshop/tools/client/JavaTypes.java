package org.contractshop.tools.client;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.contractshop.tools.spec.SpecFiles;
import org.contractshop.tools.spec.SpecNode;

/** The Java types of schemas, and the imports they need, matching the model generator. */
final class JavaTypes {
  /** By type and format, and by type alone. */
  private static final Map<String, String> SIMPLE =
      Map.of(
          "integer", "java.lang.Integer",
          "integer int64", "java.lang.Long",
          "number", "java.math.BigDecimal",
          "boolean", "java.lang.Boolean",
          "string", "java.lang.String",
          "string uuid", "java.util.UUID",
          "string date", "java.time.LocalDate",
          "string date-time", "java.time.OffsetDateTime",
          "string uri", "java.net.URI");

  private final String javaPackage;
  private final Set<String> imports = new TreeSet<>();

  /**
   * @param javaPackage that of the client
   */
  JavaTypes(String javaPackage) {
    this.javaPackage = javaPackage;
  }

  String of(SpecNode schema) {
    SpecNode resolved = schema.resolved();
    String type = resolved.get("type").text();
    if (schema.isReference() && (type.equals("object") || resolved.has("enum"))) {
      boolean shared = resolved.file().equals(SpecFiles.COMMON);
      return imported(
          (shared ? "org.contractshop.client" : javaPackage) + ".model." + resolved.key());
    }
    if (type.equals("array")) {
      return imported("java.util.List") + "<" + of(resolved.get("items")) + ">";
    }
    String name = SIMPLE.get((type + " " + resolved.get("format").text()).strip());
    name = name == null ? SIMPLE.get(type) : name;
    if (name == null) {
      throw new IllegalArgumentException(
          "%s:%d there is no Java type for a %s that is not a schema of its own"
              .formatted(schema.file(), schema.line(), type));
    }
    return imported(name);
  }

  /** The simple name of a class, which is imported. */
  String imported(String className) {
    if (!className.matches("(java\\.lang|" + javaPackage.replace(".", "\\.") + ")\\.\\w+")) {
      imports.add(className);
    }
    return className.substring(className.lastIndexOf('.') + 1);
  }

  String imports() {
    StringBuilder text = new StringBuilder();
    imports.forEach(name -> text.append("import ").append(name).append(";\n"));
    return text.toString();
  }
}

package org.contractshop.tools.client;

import java.io.IOException;
import java.util.List;

/** Writes an exception for each problem type. */
record ProblemSources(String javaPackage, GeneratedFiles files) {
  void write(List<ProblemType> types) throws IOException {
    for (ProblemType type : types) {
      files.writeClass(javaPackage, type.className(), text(type));
    }
  }

  private String text(ProblemType type) {
    return """
        package %s;

        import org.contractshop.client.ProblemResponse;
        import org.contractshop.client.ProblemException;

        /** %s {@code %s}. */
        public final class %4$s extends ProblemException {
          public %4$s(ProblemResponse response) {
            super(response);
          }
        }
        """
        .formatted(javaPackage, type.words(), type.type(), type.className());
  }
}

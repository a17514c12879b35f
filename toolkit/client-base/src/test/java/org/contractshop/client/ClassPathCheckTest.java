package org.contractshop.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassPathCheckTest {
  private static final String ANNOTATION = "com.fasterxml.jackson.annotation.";

  @Test
  void is_content_with_the_libraries_of_the_build() {
    assertThatCode(ClassPathCheck::run).doesNotThrowAnyException();
  }

  @Test
  void names_the_version_of_spring_that_is_too_old() throws IOException {
    assertThat(
            failureWithout("org.springframework.web.service.invoker.HttpRequestValues$Processor"))
        .startsWith("The clients need Spring Framework 7 (Spring Boot 4) or newer, but Spring")
        .containsPattern("Framework \\d+\\.\\d+\\.\\d+ is on the class path\\.");
  }

  @Test
  void says_that_there_is_no_jackson_3() throws IOException {
    assertThat(failureWithout("tools.jackson."))
        .isEqualTo(
            "The clients need Jackson 3.1 or newer, but no Jackson is on the class path: import"
                + " org.contractshop:bom in dependencyManagement.");
  }

  @Test
  void names_the_version_of_the_annotations_that_are_too_old() throws IOException {
    assertThat(failureWithout(ANNOTATION + "JsonSerializeAs"))
        .startsWith("The clients need jackson-annotations 2.21 or newer, but another library")
        .containsPattern("brought 2\\.\\d+.*: import org.contractshop:bom");
  }

  /** What the first use of a client says where these classes are missing. */
  private static String failureWithout(String classes) throws IOException {
    List<URL> classPath = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      classPath.add(Path.of(entry).toUri().toURL());
    }
    try (URLClassLoader loader =
        new URLClassLoader(classPath.toArray(URL[]::new), ClassLoader.getPlatformClassLoader()) {
          @Override
          protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith(classes)) {
              throw new ClassNotFoundException(name);
            }
            return super.findClass(name);
          }
        }) {
      return catchThrowableOfType(
              ExceptionInInitializerError.class,
              () -> Class.forName(ToyClient.class.getName(), true, loader))
          .getCause()
          .getMessage();
    }
  }
}

package org.contractshop.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class ClassPathCheckTest {
  @Test
  void is_content_with_the_libraries_of_the_build() {
    assertThatCode(ClassPathCheck::run).doesNotThrowAnyException();
  }

  @Test
  void names_both_versions_of_spring() {
    assertThat(ClassPathCheck.fault("6.2.9", name -> true))
        .contains("need Spring Framework 7", "but Spring Framework 6.2.9 is on the class path");
    assertThat(ClassPathCheck.fault(null, name -> true)).isNull();
  }

  @Test
  void says_that_jackson_is_missing_or_too_old() {
    assertThat(ClassPathCheck.fault("7.0.9", name -> !name.startsWith("tools.jackson")))
        .contains("need Jackson 3.1", "tools.jackson.core:jackson-databind");
    assertThat(ClassPathCheck.fault("7.0.9", name -> !name.endsWith("JsonSerializeAs")))
        .contains("need jackson-annotations 2.21", "tools.jackson:jackson-bom");
  }
}

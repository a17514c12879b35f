package org.contractshop.tools.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.contractshop.tools.Shop;
import org.contractshop.tools.evolve.TextEdit;
import org.contractshop.tools.spec.SpecFiles;
import org.junit.jupiter.api.Test;

/** The first request of every trial keeps to the spec, whatever an edit made of the examples. */
final class SampleTest {
  private static final String PRODUCTS = "product-service.yaml";

  @Test
  void a_required_parameter_without_an_example_gets_a_value_of_its_type() {
    Sample sample =
        sample(
            "listProducts",
            new TextEdit(
                PRODUCTS,
                "",
                "- name: minPrice",
                """
                - name: inStock
                  in: query
                  required: true
                  schema:
                    type: boolean
                - name: minPrice""",
                false));
    assertThat(sample.target()).isEqualTo("/products?inStock=true");
    assertThat(sample.isAllowed()).isTrue();
  }

  @Test
  void an_example_that_its_schema_does_not_allow_is_not_sent() {
    Sample sample =
        sample(
            "decrementStock", new TextEdit(PRODUCTS, "", "decrement: 2", "decrement: two", false));
    assertThat(sample.body()).isEqualTo("{\"decrement\":2}");
    assertThat(sample.isAllowed()).isTrue();
  }

  @Test
  void a_body_is_sent_as_the_media_type_that_is_declared() {
    Sample sample =
        sample(
            "decrementStock",
            new TextEdit(
                PRODUCTS,
                "operationId: decrementStock",
                "application/json:",
                "application/other+json:",
                false));
    assertThat(sample.headers()).containsEntry("Content-Type", "application/other+json");
    assertThat(sample.isAllowed()).isTrue();
  }

  private static Sample sample(String operation, TextEdit edit) {
    return SpecFiles.of(edit.applyTo(Shop.texts())).operations().stream()
        .filter(it -> it.node().get("operationId").is(operation))
        .findFirst()
        .map(Sample::of)
        .orElseThrow();
  }
}

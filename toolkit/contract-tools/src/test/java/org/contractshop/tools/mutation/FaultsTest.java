package org.contractshop.tools.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every place of an answer is wrong in every way that applies to it, and in no other. */
class FaultsTest {
  private static final ObservedResponse PRODUCTS =
      answer(200, "application/json", "[{'id':1,'price':129.99},{'id':2,'name':'Hub'}]");
  private static final ObservedResponse PROBLEM =
      answer(404, "application/problem+json", "{'type':'urn:x','error':'gone','instance':'/x'}");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LEAKED_FIELD | /0 | [{'id':1,'price':129.99,'passwordHash':'leaked'},{'id':2,'name':'Hub'}]",
        "DROPPED_FIELD | /0/price | [{'id':1},{'id':2,'name':'Hub'}]",
        "RENAMED_FIELD | /0/price | [{'id':1,'priceValue':129.99},{'id':2,'name':'Hub'}]",
        "NULL_FIELD | /1/name | [{'id':1,'price':129.99},{'id':2,'name':null}]",
        "NUMBER_OFF_BY_ONE | /0/price | [{'id':1,'price':130.99},{'id':2,'name':'Hub'}]",
        "NUMBER_AS_TEXT | /0/price | [{'id':1,'price':'129.99'},{'id':2,'name':'Hub'}]",
        "OTHER_TEXT | /1/name | [{'id':1,'price':129.99},{'id':2,'name':'other Hub'}]",
        "EXTRA_ELEMENT | / | [{'id':1,'price':129.99},{'id':2,'name':'Hub'},{'id':2,'name':'Hub'}]",
        "MISSING_ELEMENT | / | [{'id':1,'price':129.99}]",
        "OTHER_ORDER | / | [{'id':2,'name':'Hub'},{'id':1,'price':129.99}]",
      })
  void aBodyIsWrongInOnePlace(Fault fault, String where, String body) {
    assertThat(mutants(PRODUCTS))
        .filteredOn(mutant -> mutant.fault() == fault && mutant.where().equals(where))
        .extracting(mutant -> mutant.answer().apply(PRODUCTS))
        .containsExactly(answer(200, "application/json", body));
  }

  @Test
  void whatAnErrorSaysIsToldApart() {
    assertThat(mutants(PROBLEM))
        .extracting(Mutant::fault)
        .containsOnlyOnce(Fault.OTHER_PROBLEM_TYPE, Fault.OTHER_ERROR_TEXT, Fault.OTHER_TEXT)
        .doesNotContain(Fault.ERROR_FOR_SUCCESS, Fault.EXTRA_ELEMENT, Fault.NUMBER_OFF_BY_ONE);
  }

  @Test
  void anErrorCanLookLikeSuccess() {
    assertThat(mutants(PROBLEM))
        .filteredOn(mutant -> mutant.fault() == Fault.EMPTY_LIST_FOR_ERROR)
        .extracting(mutant -> mutant.answer().apply(PROBLEM))
        .containsExactly(answer(200, "application/json", "[]"));
  }

  @Test
  void anEmptyListGetsAnElement() {
    ObservedResponse nothing = answer(200, "application/json", "[]");

    assertThat(mutants(nothing))
        .filteredOn(mutant -> mutant.fault() == Fault.EXTRA_ELEMENT)
        .extracting(mutant -> mutant.answer().apply(nothing))
        .containsExactly(answer(200, "application/json", "[{}]"));
  }

  @Test
  void theHeadersThatGuideCallersGetLost() {
    ObservedResponse created = PRODUCTS.withStatus(201).withHeader("Location", "/products/1");

    assertThat(mutants(created))
        .filteredOn(mutant -> mutant.fault() == Fault.DROPPED_HEADER)
        .extracting(mutant -> mutant.answer().apply(created))
        .containsExactly(created.withoutHeader("Location"));
  }

  @Test
  void everyFaultChangesItsAnswer() {
    assertThat(mutants(PRODUCTS))
        .isNotEmpty()
        .allSatisfy(mutant -> assertThat(mutant.answer().apply(PRODUCTS)).isNotEqualTo(PRODUCTS));
  }

  @Test
  void aFaultThatStaysGreenIsNamed() {
    Scores scores = new Scores();
    Mutant leak = mutants(PRODUCTS).stream().filter(it -> it.where().equals("/0")).toList().get(0);
    scores.add("storefront/lists_the_catalogue", leak, true);
    assertThat(scores.allKilled()).isTrue();
    scores.add("storefront/pages_the_catalogue", leak, false);

    assertThat(scores.allKilled()).isFalse();
    assertThat(scores.table("product-service", 2))
        .contains("a field that no one asked for                    1 of    2")
        .contains("SURVIVED: storefront/pages_the_catalogue stays green with a field that no one");
  }

  private static List<Mutant> mutants(ObservedResponse answer) {
    return Stream.concat(BodyFaults.in(answer).stream(), HeadFaults.in(answer).stream()).toList();
  }

  private static ObservedResponse answer(int status, String type, String body) {
    return new ObservedResponse(
        status,
        Map.of(ObservedResponse.CONTENT_TYPE, type),
        ObservedResponse.JSON.readTree(body.replace('\'', '"')));
  }
}

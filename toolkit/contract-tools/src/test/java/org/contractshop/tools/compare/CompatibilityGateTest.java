package org.contractshop.tools.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.contractshop.tools.Shop;
import org.contractshop.tools.evolve.TextEdit;
import org.contractshop.tools.spec.Service;
import org.contractshop.tools.spec.SpecFiles;
import org.junit.jupiter.api.Test;

/** The gate, on copies of the released specs whose version is 1.0.0. */
final class CompatibilityGateTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
  private static final String SERVICE = "product-service";
  private static final String FILE = SERVICE + ".yaml";

  private final Map<String, String> released = versioned("1.0.0", Shop.texts());

  @Test
  void anUnchangedSpecKeepsItsVersion() {
    assertThat(complaints(released, released)).isEmpty();
    assertThat(complaints(released, versioned("1.1.0", released)))
        .containsExactly(
            "product-service.yaml nothing changed for callers: info.version must stay 1.0.0,"
                + " is 1.1.0");
  }

  @Test
  void aCompatibleChangeNeedsAMinorStep() {
    Map<String, String> current = withWeight(released);

    String change =
        "product-service.yaml adding the optional response property weight of ProductResponse is"
            + " compatible";
    assertThat(complaints(released, current))
        .containsExactly(
            change,
            "product-service.yaml info.version must be 1.1.0 or later, is 1.0.0 (released 1.0.0)");
    assertThat(complaints(released, versioned("1.0.1", current)))
        .containsExactly(
            change,
            "product-service.yaml info.version must be 1.1.0 or later, is 1.0.1 (released 1.0.0)");
    assertThat(complaints(released, versioned("1.1.0", current))).isEmpty();
    assertThat(complaints(released, versioned("2.0.0", current))).isEmpty();
  }

  @Test
  void aBreakingChangeNeedsAMajorStep() {
    Map<String, String> current = withLowerPrices(released);

    assertThat(complaints(released, versioned("1.1.0", current)))
        .containsExactly(
            "product-service.yaml changing the maximum of the schema PriceBound in requests from"
                + " 1000000 to 1000 is breaking",
            "product-service.yaml info.version must be 2.0.0 or later, is 1.1.0 (released 1.0.0)");
    assertThat(complaints(released, versioned("2.0.0", current))).isEmpty();
  }

  @Test
  void allChangesAreToldAtOnce() {
    assertThat(complaints(released, withLowerPrices(withWeight(released)))).hasSize(3);
  }

  @Test
  void aRemovalThatWasNotAnnouncedIsRefusedInAnyVersion() {
    Map<String, String> current = withoutStock("", released);

    assertThat(complaints(released, current))
        .containsExactly(
            "product-service.yaml removing the response property stock of ProductResponse is"
                + " breaking",
            "product-service.yaml removing the response property stock of ProductResponse was not"
                + " announced: release it first with deprecated: true and an x-sunset",
            "product-service.yaml info.version must be 2.0.0 or later, is 1.0.0 (released 1.0.0)");
    assertThat(complaints(released, versioned("2.0.0", current))).hasSize(1);
  }

  @Test
  void anAnnouncedRemovalBeforeItsSunsetNeedsAMajorStep() {
    String sunset = sunset("2026-12-01");
    Map<String, String> announced = withSunset(sunset, released);
    Map<String, String> current = withoutStock(sunset, announced);

    assertThat(complaints(announced, versioned("1.1.0", current)))
        .containsExactly(
            "product-service.yaml removing the response property stock of ProductResponse before"
                + " its sunset 2026-12-01 is breaking",
            "product-service.yaml info.version must be 2.0.0 or later, is 1.1.0 (released 1.0.0)");
    assertThat(complaints(announced, versioned("2.0.0", current))).isEmpty();
  }

  @Test
  void anAnnouncedRemovalAfterItsSunsetNeedsAMinorStepOnly() {
    String sunset = sunset("2026-11-30");
    Map<String, String> announced = withSunset(sunset, released);
    Map<String, String> current = withoutStock(sunset, announced);

    assertThat(complaints(announced, current)).hasSize(2);
    assertThat(complaints(announced, versioned("1.1.0", current))).isEmpty();
  }

  @Test
  void aSunsetMayMoveLaterButNotEarlier() {
    Map<String, String> announced = withSunset(sunset("2027-06-30"), released);

    assertThat(changes(announced, withSunset(sunset("2027-12-31"), released)))
        .containsExactly(
            "moving the sunset of the response property stock of ProductResponse from 2027-06-30"
                + " to 2027-12-31 is compatible");
    assertThat(changes(announced, withSunset(sunset("2027-01-31"), released)))
        .containsExactly(
            "moving the sunset of the response property stock of ProductResponse from 2027-06-30"
                + " to 2027-01-31 is breaking");
  }

  @Test
  void callersGetAtLeastNinetyDays() {
    assertThat(complaints(released, versioned("1.1.0", withSunset(sunset("2027-02-28"), released))))
        .containsExactly(
            "product-service.yaml deprecating the response property stock of ProductResponse leaves"
                + " callers until 2027-02-28; give them 90 days, until 2027-03-01 or later");
    assertThat(complaints(released, versioned("1.1.0", withSunset(sunset("2027-03-01"), released))))
        .isEmpty();
  }

  @Test
  void whatIsNewAndDeprecatedNeedsTheNoticeToo() {
    Map<String, String> current =
        edited(
            FILE,
            "ProductResponse:",
            "properties:",
            "properties:\n  weight:\n    $ref: '#/components/schemas/Stock'\n    deprecated: true"
                + "\n    x-sunset: '2026-12-02'",
            released);
    assertThat(complaints(released, versioned("1.1.0", current)))
        .containsExactly(
            "product-service.yaml adding the optional response property weight of ProductResponse"
                + " leaves callers until 2026-12-02; give them 90 days, until 2027-03-01 or later");
  }

  @Test
  void aSunsetThatWasReleasedIsNotJudgedAgain() {
    Map<String, String> announced = withSunset(sunset("2026-12-02"), released);
    assertThat(complaints(announced, announced)).isEmpty();
  }

  @Test
  void aVersionThatIsNoneIsRefused() {
    assertThat(complaints(released, versioned("99999999999.0.0", released)))
        .containsExactly(
            "product-service.yaml info.version must be three numbers, such as 1.2.3, is"
                + " 99999999999.0.0");
  }

  @Test
  void requiredParametersInAnotherOrderAreOtherArguments() {
    assertThat(changes(withParameters("first", "second"), withParameters("second", "first")))
        .containsExactly(
            "changing the order of the parameters of getHealth is breaking for Java callers");
  }

  private Map<String, String> withParameters(String... names) {
    String parameter = "\n  - {name: %s, in: query, required: true, schema: {type: string}}";
    return edited(
        FILE,
        "/health:",
        "operationId: getHealth",
        "operationId: getHealth\nparameters:"
            + parameter.formatted(names[0])
            + parameter.formatted(names[1]),
        released);
  }

  @Test
  void anEnumMayGrowOnceAReleaseHasAnnouncedIt() {
    String values = "enum: [ok]";
    String more = "enum: [ok, degraded]";
    String note = "\nx-extensible-enum: true";
    Map<String, String> announced =
        edited("common.yaml", "HealthResponse:", values, values + note, released);
    Map<String, String> grown =
        edited("common.yaml", "HealthResponse:", values, more + note, released);

    assertThat(changes(announced, grown))
        .containsExactly(
            "adding the value degraded to the response property status of HealthResponse is"
                + " compatible");
  }

  @Test
  void theValuesOfAMapAreComparedThroughTheirReference() {
    String map = "additionalProperties:\n  $ref: '#/components/schemas/%s'";
    assertThat(changes(withProduct(map.formatted("Stock")), withProduct(map.formatted("Category"))))
        .containsExactly(
            "changing the type of each other property of the schema ProductResponse in responses"
                + " from integer to string is breaking");
  }

  @Test
  void aDefaultThatIsAListIsComparedValueByValue() {
    String roles = "items:\n  type: string\n  enum: [user, admin]\ndefault: [%s]";
    assertThat(changes(withProduct(roles.formatted("user")), withProduct(roles.formatted("admin"))))
        .containsExactly(
            "changing the default of the schema ProductResponse in responses from [\"user\"] to"
                + " [\"admin\"] is breaking");
  }

  private Map<String, String> withProduct(String keywords) {
    String required = "required: [id, name, price, stock, category]";
    return edited(FILE, "ProductResponse:", required, required + "\n" + keywords, released);
  }

  @Test
  void aServiceWhoseSpecIsGoneIsMissed() {
    Map<String, String> current = new TreeMap<>(released);
    current.remove(FILE);

    assertThat(complaints(released, current))
        .containsExactly("product-service.yaml the released service is gone; bring its spec back");
  }

  private static List<String> complaints(
      Map<String, String> released, Map<String, String> current) {
    return CompatibilityGate.complaints(SpecFiles.of(released), SpecFiles.of(current), TODAY)
        .stream()
        .map(complaint -> complaint.toString().replaceFirst(":\\d+", ""))
        .toList();
  }

  private static List<String> changes(Map<String, String> released, Map<String, String> current) {
    Service old = SpecFiles.of(released).service(SERVICE);
    Service now = SpecFiles.of(current).service(SERVICE);
    return ServiceComparison.changes(old, now, TODAY).stream().map(Change::toString).toList();
  }

  private static Map<String, String> withWeight(Map<String, String> texts) {
    String property = "\n  weight:\n    $ref: '#/components/schemas/Stock'";
    return edited(FILE, "ProductResponse:", "properties:", "properties:" + property, texts);
  }

  private static Map<String, String> withLowerPrices(Map<String, String> texts) {
    return edited(FILE, "PriceBound:", "maximum: 1000000", "maximum: 1000", texts);
  }

  private static String sunset(String date) {
    return "\n  deprecated: true\n  x-sunset: '" + date + "'";
  }

  private static Map<String, String> withSunset(String sunset, Map<String, String> texts) {
    String stock = "stock:\n  $ref: '#/components/schemas/Stock'";
    return edited(FILE, "ProductResponse:", stock, stock + sunset, texts);
  }

  private static Map<String, String> withoutStock(String sunset, Map<String, String> texts) {
    String stock = "stock:\n  $ref: '#/components/schemas/Stock'" + sunset;
    String required = "required: [id, name, price, stock, category]";
    return edited(
        FILE,
        "ProductResponse:",
        required,
        "required: [id, name, price, category]",
        edited(FILE, "ProductResponse:", stock, "", texts));
  }

  private static Map<String, String> edited(
      String file, String after, String replace, String with, Map<String, String> texts) {
    return new TextEdit(file, after, replace, with, false).applyTo(texts);
  }

  private static Map<String, String> versioned(String version, Map<String, String> texts) {
    Map<String, String> changed = new TreeMap<>(texts);
    changed.compute(
        FILE, (file, text) -> text.replaceFirst("(?m)^  version: .*", "  version: " + version));
    return changed;
  }
}

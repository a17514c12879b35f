package org.contractshop.tools.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.contractshop.tools.Shop;
import org.contractshop.tools.spec.Violation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was released stays what it is, and a known break passes only with a waiver that is due. */
final class ReleasedFilesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
  private static final String BREAK =
      "changing the maximum of the schema PriceBound in requests from 1000000 to 1000 is breaking";

  @TempDir private Path specs;
  private Path released;

  @BeforeEach
  void release() throws IOException {
    for (Map.Entry<String, String> text : Shop.texts().entrySet()) {
      Files.writeString(specs.resolve(text.getKey()), text.getValue());
    }
    released = specs.resolve("released");
    ReleasedFiles.release("product-service", Shop.texts(), released);
  }

  @Test
  void whatWasReleasedIsFine() {
    assertThat(ReleasedFiles.violations(released)).isEmpty();
    assertThat(complaints()).isEmpty();
  }

  @Test
  void anEditOfAReleasedFileIsNoticed() throws IOException {
    edit(
        released.resolve("product-service/product-service.yaml"), "maximum: 1000000", "maximum: 9");
    assertThat(violations())
        .containsExactly(
            "released/product-service/product-service.yaml:1 is not what was released; undo the"
                + " edit, or release with ./release");
  }

  @Test
  void aMissingReleasedFileIsNoticed() throws IOException {
    Files.delete(released.resolve("product-service/common.yaml"));
    assertThat(violations())
        .containsExactly(
            "released/product-service/common.yaml:1 was released, but is gone; bring it back");
    Files.delete(released.resolve("product-service/product-service.yaml"));
    assertThat(violations()).hasSize(2);
  }

  @Test
  void aFileThatWasNeverReleasedIsNoticed() throws IOException {
    Files.writeString(released.resolve("product-service/extra.yaml"), "openapi: 3.0.3\n");
    assertThat(violations())
        .containsExactly(
            "released/product-service/extra.yaml:1 was never released; remove it, or release with"
                + " ./release");
  }

  @Test
  void aKnownBreakIsWaived() throws IOException {
    edit(specs.resolve("product-service.yaml"), "maximum: 1000000\n", "maximum: 1000\n");
    assertThat(complaints()).hasSize(2).first().asString().endsWith(BREAK);
    waive(BREAK, "2027-01-31");
    assertThat(complaints()).isEmpty();
  }

  @Test
  void anExpiredWaiverWaivesNothing() throws IOException {
    edit(specs.resolve("product-service.yaml"), "maximum: 1000000\n", "maximum: 1000\n");
    waive(BREAK, "2026-11-30");
    assertThat(complaints())
        .hasSize(3)
        .last()
        .isEqualTo(
            "compatibility.yml:5 the waiver of \"%s\" expired on 2026-11-30; remove it, and the break or its cause"
                .formatted(BREAK));
  }

  @Test
  void aWaiverOfNothingIsRefused() throws IOException {
    waive(BREAK, "2027-01-31");
    assertThat(complaints())
        .containsExactly(
            "compatibility.yml:2 the waiver of \"%s\" waives nothing that changed since the last release; remove it"
                .formatted(BREAK));
  }

  @Test
  void aWaiverSaysWhyAndByWhomAndUntilWhen() throws IOException {
    settings("waivers:\n- change: renaming\n  until: soon\n  because: I can\nnotice: 3\n");
    assertThat(complaints())
        .contains(
            "compatibility.yml:5 notice is not one of [leastNoticeInDays, waivers]",
            "compatibility.yml:4 because is not one of [change, reason, author, until]",
            "compatibility.yml:2 the waiver has no reason; add it",
            "compatibility.yml:2 the waiver has no author; add it",
            "compatibility.yml:3 until is no date; write one such as '2027-06-30'");
  }

  @Test
  void theNoticeCanBeLonger() throws IOException {
    String stock = "        stock:\n          $ref: '#/components/schemas/Stock'\n";
    String sunset = "          deprecated: true\n          x-sunset: '2027-03-15'\n";
    Path spec = specs.resolve("product-service.yaml");
    edit(spec, "version: 1.0.0", "version: 1.1.0");
    int last = Files.readString(spec).lastIndexOf(stock) + stock.length();
    Files.writeString(spec, new StringBuilder(Files.readString(spec)).insert(last, sunset));
    assertThat(complaints()).isEmpty();
    settings("leastNoticeInDays: 180\n");
    assertThat(complaints())
        .singleElement()
        .asString()
        .endsWith("give them 180 days, until 2027-05-30 or later");
    settings("leastNoticeInDays: long\n");
    assertThat(complaints())
        .containsExactly(
            "compatibility.yml:1 leastNoticeInDays is no number of days; write one such as 90");
  }

  private void waive(String change, String until) throws IOException {
    settings(
        "waivers:\n- change: %s\n  reason: nobody sends it\n  author: ada\n  until: '%s'\n"
            .formatted(change, until));
  }

  private void settings(String text) throws IOException {
    Files.writeString(specs.resolve(GateSettings.FILE), text);
  }

  private static void edit(Path file, String from, String to) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
  }

  private List<String> complaints() {
    return ReleasedFiles.complaints(released, specs, TODAY).stream()
        .map(Violation::toString)
        .toList();
  }

  private List<String> violations() {
    return ReleasedFiles.violations(released).stream().map(Violation::toString).toList();
  }
}

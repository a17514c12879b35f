package org.contractshop.tools.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.contractshop.tools.spec.SpecFiles;
import org.contractshop.tools.spec.Violation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ContractCheckTest {
  private static final String SHOWS = "toy-service/window/shows_a_toy.yml";

  private static final String UNSEEN =
      "has no contract that shows what the %s does; add one to contracts/toy-service/<consumer>/"
          + " whose response repeats it, or that differs from another in it alone and gets another"
          + " response";

  @TempDir private Path folder;

  @BeforeEach
  void copyContracts() throws IOException {
    Toys.copyContracts(folder.resolve("toy-service"));
    edit(SHOWS, "\"{{{ request.path.[1] }}}\"", "Kite");
  }

  @Test
  void good_contracts_break_no_rule() {
    assertThat(check()).isEmpty();
  }

  @Test
  void a_difference_from_the_spec_is_told_with_its_line() throws IOException {
    edit(SHOWS, "    price: 19.99", "    price: 19.99\n    secret: 7");
    assertThat(check())
        .containsExactly(
            "contracts/toy-service/window/shows_a_toy.yml:12 the response body is invalid: the"
                + " field secret is not declared; correct the contract or the spec");
  }

  @Test
  void a_wrong_value_is_told_with_its_line() throws IOException {
    edit(SHOWS, "price: 19.99", "price: cheap");
    assertThat(check())
        .containsExactly(
            "contracts/toy-service/window/shows_a_toy.yml:11 the response body is invalid: at"
                + " /price: string found, number expected; correct the contract or the spec");
  }

  @Test
  void what_is_no_yaml_is_told_with_its_line() throws IOException {
    edit(SHOWS, "  status: 200", "  status: 200\n bad: [");
    assertThat(check())
        .singleElement()
        .asString()
        .startsWith("contracts/toy-service/window/shows_a_toy.yml:6 this is not YAML");
  }

  @Test
  void a_contract_that_lies_elsewhere_or_is_called_otherwise_is_refused() throws IOException {
    String text = Files.readString(folder.resolve(SHOWS));
    write("toy-service/window/deep/shows_a_toy.yml", text);
    write("toy-service/shows_a_toy.yml", text);
    write("toy-service/window/shows.yaml", text);
    write("toy-service/window/shows-a-toy.yml", text);
    write("toys/window/shows_a_toy.yml", text);
    String remedy = "; a contract lies at contracts/<producer>/<consumer>/<behaviour>.yml";
    assertThat(check())
        .containsExactly(
            "contracts/toy-service/shows_a_toy.yml:1 there are 1 folders above the file, not 2"
                + remedy,
            "contracts/toy-service/window/deep/shows_a_toy.yml:1 there are 3 folders above the"
                + " file, not 2"
                + remedy,
            "contracts/toy-service/window/shows-a-toy.yml:1 the name is not in lower case with"
                + " underscores, as test methods are",
            "contracts/toy-service/window/shows.yaml:1 the name does not end in .yml" + remedy,
            "contracts/toys/window/shows_a_toy.yml:1 there is no spec toys.yaml; move the contract"
                + " to the folder of its producer");
  }

  @Test
  void an_operation_without_a_contract_is_told_with_the_file_to_add() throws IOException {
    Files.delete(folder.resolve("toy-service/window/lists_toys.yml"));
    Files.delete(folder.resolve("toy-service/window/lists_more_toys.yml"));
    assertThat(check())
        .singleElement()
        .asString()
        .contains("toy-service.yaml:")
        .endsWith("has no contract; add one as contracts/toy-service/<consumer>/<behaviour>.yml");
  }

  @Test
  void a_documented_refusal_without_a_contract_is_told() throws IOException {
    Files.delete(folder.resolve("toy-service/window/refuses_a_nameless_toy.yml"));
    assertThat(check())
        .singleElement()
        .asString()
        .endsWith(
            "has no contract for its refusal 400 invalid; add one to"
                + " contracts/toy-service/<consumer>/");
  }

  @Test
  void what_no_contract_sends_is_told() throws IOException {
    Files.delete(folder.resolve("toy-service/window/lists_more_toys.yml"));
    edit("toy-service/window/lists_toys.yml", "  queryParameters:\n    limit: 2\n", "");
    assertThat(check())
        .singleElement()
        .asString()
        .endsWith(UNSEEN.formatted("query parameter limit"));
  }

  @Test
  void a_part_that_makes_no_difference_is_told() throws IOException {
    edit("toy-service/window/lists_more_toys.yml", "limit: 1", "limit: 2");
    assertThat(check())
        .singleElement()
        .asString()
        .endsWith(UNSEEN.formatted("query parameter limit"));
  }

  @Test
  void a_field_that_no_response_repeats_is_told() throws IOException {
    for (String contract : List.of("adds_a_toy", "adds_a_toy_once")) {
      edit(
          "toy-service/window/%s.yml".formatted(contract),
          "body:\n    name: Kite\n    price: 1",
          "body:\n    name: Kite\n    price: 2");
    }
    assertThat(check()).singleElement().asString().endsWith(UNSEEN.formatted("property price"));
  }

  @Test
  void unknown_keys_are_refused() throws IOException {
    edit(SHOWS, "request:", "metadata:\n  stat: open\nignored: x\nrequest:");
    assertThat(check())
        .containsExactly(
            "contracts/toy-service/window/shows_a_toy.yml:2 metadata.stat is not one of [state,"
                + " after, remember, fault]",
            "contracts/toy-service/window/shows_a_toy.yml:3 ignored is not one of [description,"
                + " metadata, priority, request, response]");
  }

  @Test
  void what_comes_before_must_be_a_contract() throws IOException {
    edit(
        SHOWS, "request:", "metadata:\n  after: [window/adds_a_toy, window/adds_a_kite]\nrequest:");
    assertThat(check())
        .containsExactly(
            "contracts/toy-service/window/shows_a_toy.yml:2 metadata.after names no contract of its"
                + " producer: window/adds_a_kite");
  }

  private List<String> check() {
    return ContractCheck.violations(SpecFiles.read(Toys.folder()), ContractFiles.read(folder))
        .stream()
        .map(Violation::toString)
        .toList();
  }

  private void edit(String file, String from, String to) throws IOException {
    String text = Files.readString(folder.resolve(file));
    assertThat(text).contains(from);
    Files.writeString(folder.resolve(file), text.replace(from, to));
  }

  private void write(String file, String text) throws IOException {
    Files.createDirectories(folder.resolve(file).getParent());
    Files.writeString(folder.resolve(file), text);
  }
}

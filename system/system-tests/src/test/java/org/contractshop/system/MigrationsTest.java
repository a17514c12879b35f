package org.contractshop.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractshop.launcher.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * During a rolling update, released instances use the schema that today's have migrated. {@code
 * ./run update} plays it; this finds what would break it while a migration is written.
 */
final class MigrationsTest {
  private static final Path ROOT = Path.of("../..");

  /** Made by {@code ./release}, in the format of sha256sum. */
  private static final Path RELEASED = ROOT.resolve("system/released-migrations.sha256");

  private static final Pattern COMMENT = Pattern.compile("--.*");

  /** What takes something away from a service that does not know of the migration. */
  private static final Pattern CONTRACTION =
      Pattern.compile(
          "\\b(DROP|RENAME|TRUNCATE)\\b"
              + "|\\bALTER\\s+COLUMN\\s+\\w+\\s+(SET\\s+DATA\\s+)?(TYPE|SET\\s+NOT\\s+NULL)\\b"
              + "|\\bADD\\s+(CONSTRAINT|CHECK|UNIQUE)\\b"
              + "|\\bADD\\s+(COLUMN\\s+)?(?![^,;]*\\bDEFAULT\\b)[^,;]*\\bNOT\\s+NULL\\b",
          Pattern.CASE_INSENSITIVE);

  @Test
  void releasedMigrationsStayAsTheyAre() throws IOException {
    released()
        .forEach(
            (file, sum) ->
                assertThat(ROOT.resolve(file)).isRegularFile().returns(sum, MigrationsTest::sum));
  }

  @Test
  void newOnesLeaveReleasedServicesWhatTheyUse() throws IOException {
    Map<String, String> released = released();
    assertThat(released).isNotEmpty();
    for (Service service : Service.values()) {
      Path folder = ROOT.resolve(service + "/src/main/resources/db/migration");
      try (Stream<Path> files = Files.list(folder)) {
        assertThat(files)
            .isNotEmpty()
            .filteredOn(file -> !released.containsKey(ROOT.relativize(file).toString()))
            .noneMatch(file -> contracts(read(file)));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TABLE orders DROP COLUMN lines",
        "alter table orders rename to old_orders",
        "ALTER TABLE orders ALTER COLUMN lines SET NOT NULL",
        "ALTER TABLE orders ALTER COLUMN total TYPE integer",
        "ALTER TABLE orders ADD COLUMN place text NOT NULL",
        "ALTER TABLE orders ADD CONSTRAINT few CHECK (total < 10)"
      })
  void knowsWhatTakesSomethingAway(String sql) {
    assertThat(contracts(sql)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE place (id bigint PRIMARY KEY, name text NOT NULL)",
        "ALTER TABLE orders ADD COLUMN place text; -- DROP it later",
        "ALTER TABLE orders ADD COLUMN place text NOT NULL DEFAULT ''",
        "CREATE INDEX orders_total ON orders (total)"
      })
  void knowsWhatOnlyAdds(String sql) {
    assertThat(contracts(sql)).isFalse();
  }

  private static boolean contracts(String sql) {
    return CONTRACTION.matcher(COMMENT.matcher(sql).replaceAll("")).find();
  }

  private static Map<String, String> released() throws IOException {
    try (Stream<String> lines = Files.lines(RELEASED)) {
      return lines
          .map(line -> line.split(" +"))
          .collect(Collectors.toMap(line -> line[1], line -> line[0]));
    }
  }

  private static String sum(Path file) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(Files.readAllBytes(file)));
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}

package org.contractshop.tools.junit;

import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything in the tables of a service, to check that nothing was changed. */
final class TableDump {
  private final JdbcClient database;
  private final String query;

  TableDump(JdbcClient database) {
    this.database = database;
    query =
        database
            .sql(
                """
                SELECT table_name FROM information_schema.tables
                WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1
                """)
            .query(String.class)
            .list()
            .stream()
            .map(
                table ->
                    "SELECT '%s: ' || coalesce(string_agg(t::text, ' ' ORDER BY t::text), '') FROM %s t"
                        .formatted(table, table))
            .collect(Collectors.joining(" UNION ALL "));
  }

  String now() {
    return String.join("\n", database.sql(query).query(String.class).list());
  }
}

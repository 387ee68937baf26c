package devicehub.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.ColonPrefixSqlParser;
import org.jdbi.v3.core.statement.ParsedSql;
import org.jdbi.v3.core.statement.SqlParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements with question marks read as Jdbi itself reads them. */
final class PlainSqlTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1",
        "SELECT a FROM t WHERE b = ? AND c <> ? ORDER BY d LIMIT ?",
        "?",
        "a = ?, b = ?",
        "INSERT INTO t (a, b) VALUES (?, ?), (?, ?) ON CONFLICT (a) DO NOTHING",
        "UPDATE t SET a = 'IN_FORCE' WHERE b < ?",
      })
  void aStatementIsWhatJdbiTakesItFor(String sql) {
    Jdbi jdbi = PlainSql.on(Sqlite.dataSource(folder.resolve("hub.db")));
    jdbi.useHandle(
        handle -> {
          SqlParser own =
              handle.getConfig(org.jdbi.v3.core.statement.SqlStatements.class).getSqlParser();
          assertThat(own).isInstanceOf(PlainSql.class);
          try (var query = handle.createQuery(sql)) {
            ParsedSql expected = new ColonPrefixSqlParser().parse(sql, query.getContext());
            assertThat(own.parse(sql, query.getContext())).isEqualTo(expected);
          }
        });
  }

  @Test
  void valuesStandForTheMarksInTheirOrder() {
    Jdbi jdbi = PlainSql.on(Sqlite.dataSource(folder.resolve("hub.db")));

    String told =
        jdbi.withHandle(
            handle ->
                handle
                    .select("SELECT ? || '<' || ? || ':' || ?", "a", "b", "c")
                    .mapTo(String.class)
                    .one());
    assertThat(told).isEqualTo("a<b:c");
  }
}

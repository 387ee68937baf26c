package devicehub.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Adds many rows to one table, fifty to a statement; {@link #finish} adds the last of them.
 *
 * <pre>
 *   INSERT INTO merges (mail_feed, mail_id) VALUES (?, ?), (?, ?), …
 * </pre>
 *
 * <p>Plain JDBC: a million merges took SQLite three times as long by Jdbi's batches of one row.
 */
final class Inserts implements AutoCloseable {
  private static final int ROWS = 50;

  private final Connection connection;
  private final String insert;
  private final String row;
  private final String conflict;
  private final PreparedStatement full;
  private final List<@Nullable Object> values = new ArrayList<>();
  private int rows;

  Inserts(Handle handle, String table, String... columns) throws SQLException {
    this(handle, "", table, columns);
  }

  private Inserts(Handle handle, String conflict, String table, String[] columns)
      throws SQLException {
    this.conflict = conflict;
    this.connection = handle.getConnection();
    this.insert = "INSERT INTO %s (%s) VALUES ".formatted(table, String.join(", ", columns));
    this.row = "(" + String.join(", ", Collections.nCopies(columns.length, "?")) + ")";
    this.full = connection.prepareStatement(statement(ROWS));
  }

  /**
   * Adds rows or changes those that are there.
   *
   * @param conflict how, in SQL; no row may come twice
   */
  static Inserts orChanges(Handle handle, String conflict, String table, String... columns)
      throws SQLException {
    return new Inserts(handle, conflict, table, columns);
  }

  void add(@Nullable Object... columns) throws SQLException {
    Collections.addAll(values, columns);
    if (++rows == ROWS) {
      execute(full);
    }
  }

  void finish() throws SQLException {
    if (rows > 0) {
      try (PreparedStatement rest = connection.prepareStatement(statement(rows))) {
        execute(rest);
      }
    }
  }

  private String statement(int rowCount) {
    return insert + String.join(", ", Collections.nCopies(rowCount, row)) + conflict;
  }

  private void execute(PreparedStatement statement) throws SQLException {
    int position = 0;
    for (@Nullable Object value : values) {
      statement.setObject(++position, value);
    }
    statement.executeUpdate();
    values.clear();
    rows = 0;
  }

  @Override
  public void close() throws SQLException {
    full.close();
  }
}

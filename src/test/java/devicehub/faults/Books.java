package devicehub.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The hub's database as a stranger reads it, without any of the hub's code. */
final class Books implements AutoCloseable {
  private final Connection connection;

  Books(Ground ground) throws SQLException {
    connection = DriverManager.getConnection(ground.database(), "hub", "");
  }

  /** How often each value of the query's only column is there. */
  Map<String, Long> count(String query) throws SQLException {
    Map<String, Long> counts = new HashMap<>();
    for (List<String> row : rows(query)) {
      counts.merge(row.get(0), 1L, Long::sum);
    }
    return counts;
  }

  List<List<String>> rows(String query) throws SQLException {
    try (PreparedStatement asked = connection.prepareStatement(query);
        ResultSet found = asked.executeQuery()) {
      List<List<String>> rows = new ArrayList<>();
      while (found.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          row.add(String.valueOf(found.getString(i)));
        }
        rows.add(row);
      }
      return rows;
    }
  }

  /** Makes all raw input as old as if it had come yesterday; no hub may run. */
  static void age(Ground ground) throws SQLException, IOException {
    Instant yesterday = Instant.now().minus(Duration.ofDays(1));
    try (Books books = new Books(ground);
        PreparedStatement aged =
            books.connection.prepareStatement("UPDATE raw_inputs SET kept_at = ?")) {
      aged.setLong(1, yesterday.toEpochMilli());
      aged.executeUpdate();
    }
    Path raw = ground.data().resolve("raw");
    try (Stream<Path> files = Files.walk(raw)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.setLastModifiedTime(file, FileTime.from(yesterday));
      }
    }
  }

  /** How many messages the outbox still owes. */
  static long owed(Ground ground) {
    try (Books books = new Books(ground)) {
      return books.rows("SELECT sequence FROM outbox WHERE sent_at IS NULL").size();
    } catch (SQLException e) {
      return -1; // busy, or not there yet
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}

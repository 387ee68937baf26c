package devicehub.speed;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

/** The same ladder in DuckDB: reads both files, decides in SQL, writes the merged pairs. */
public final class DuckLadder {
  private DuckLadder() {}

  /**
   * @param arguments the folder of the files, the file to write, and the number of threads
   */
  public static void main(String[] arguments) throws Exception {
    String script;
    try (var in = DuckLadder.class.getResourceAsStream("/speed/ladder.sql")) {
      script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    boolean timed = arguments.length > 3;
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      statement.execute("SET threads=" + arguments[2]);
      statement.execute("SET preserve_insertion_order=false");
      String sql =
          script
              .replace("{files}", Path.of(arguments[0]).toString())
              .replace("{out}", arguments[1]);
      for (String step : sql.split(";\\s*\\n")) {
        long begun = System.nanoTime();
        if (!step.isBlank()) {
          statement.execute(step);
        }
        if (timed) {
          System.out.printf(
              "%6d ms  %s%n",
              (System.nanoTime() - begun) / 1_000_000,
              step.strip().lines().filter(l -> !l.startsWith("--")).findFirst().orElse(""));
        }
      }
    }
  }
}

package devicehub.store;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where the hub keeps what it must not forget.
 *
 * <pre>
 *   data=/var/lib/devicehub  url=                                    → SQLite in data/hub.db
 *   data=/var/lib/devicehub  url=jdbc:postgresql://db.example/hub    → that database
 * </pre>
 *
 * @param data the hub's own folder, never shared with another hub; beside SQLite, raw input is kept
 *     in it
 * @param url a PostgreSQL JDBC address, or empty for SQLite in the data folder
 * @param lease for how long a hub leads on PostgreSQL without renewing it
 */
public record StoreSettings(Path data, String url, String user, String password, Duration lease) {
  private static final Duration USUAL_LEASE = Duration.ofSeconds(15);

  /** With a lease of fifteen seconds. */
  public StoreSettings(Path data, String url, String user, String password) {
    this(data, url, user, password, USUAL_LEASE);
  }

  public StoreSettings {
    data = data.toAbsolutePath().normalize();
    if (!url.isEmpty() && !url.startsWith("jdbc:postgresql:")) {
      throw new StoreException(
          "the store's address must be empty (SQLite) or start with jdbc:postgresql:");
    }
  }

  /** SQLite in the data folder: nothing to install. */
  public static StoreSettings sqlite(Path data) {
    return new StoreSettings(data, "", "", "");
  }

  boolean isSqlite() {
    return url.isEmpty();
  }

  /** Leaves out the password, and the address's parameters, which may hold one. */
  @Override
  public String toString() {
    return isSqlite() ? "SQLite in " + data.resolve("hub.db") : "PostgreSQL at " + shownUrl();
  }

  private String shownUrl() {
    int parameters = url.indexOf('?');
    return parameters < 0 ? url : url.substring(0, parameters);
  }
}

package devicehub.store;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** How PostgreSQL is reached: no wait without an end, and batches in few round trips. */
final class Postgres {
  private static final int CONNECT_SECONDS = 3;
  private static final int ANSWER_SECONDS = 60;
  private static final int FETCH_ROWS = 10_000;

  private Postgres() {}

  static DataSource dataSource(StoreSettings settings) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setApplicationName("devicehub");
    source.setConnectTimeout(CONNECT_SECONDS);
    source.setLoginTimeout(CONNECT_SECONDS);
    source.setSocketTimeout(ANSWER_SECONDS);
    source.setTcpKeepAlive(true);
    source.setDefaultRowFetchSize(FETCH_ROWS);
    source.setReWriteBatchedInserts(true);
    // After the defaults, so that the address's own parameters win.
    source.setUrl(settings.url());
    if (!settings.user().isEmpty()) {
      source.setUser(settings.user());
      source.setPassword(settings.password());
    }
    return source;
  }
}

package devicehub.store;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** How PostgreSQL is reached: no wait without an end, and batches in few round trips. */
final class Postgres {
  private static final int CONNECT_SECONDS = 3;
  private static final int ANSWER_SECONDS = 60;
  private static final int LEASE_ANSWER_SECONDS = 5;
  private static final int FETCH_ROWS = 10_000;

  private Postgres() {}

  static DataSource dataSource(StoreSettings settings) {
    return source(settings, ANSWER_SECONDS);
  }

  /** For a leader: its sessions bear its epoch, by which the next leader finds and ends them. */
  static DataSource leading(StoreSettings settings, long epoch) {
    PGSimpleDataSource source = source(settings, ANSWER_SECONDS);
    source.setApplicationName(LeaderTable.application(epoch));
    return source;
  }

  /** For the lease, whose statements touch one row and must not wait for a frozen database. */
  static DataSource leasing(StoreSettings settings) {
    return source(settings, LEASE_ANSWER_SECONDS);
  }

  private static PGSimpleDataSource source(StoreSettings settings, int answerSeconds) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setApplicationName("devicehub");
    source.setConnectTimeout(CONNECT_SECONDS);
    source.setLoginTimeout(CONNECT_SECONDS);
    source.setSocketTimeout(answerSeconds);
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

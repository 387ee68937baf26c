package devicehub.store;

import devicehub.drill.KillPoint;
import java.util.Arrays;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/** The tables, and their way from one version of the hub to the next. There is no way back. */
final class Schema {
  private static final String SQLITE_IDENTITY = "INTEGER PRIMARY KEY AUTOINCREMENT";
  private static final String POSTGRES_IDENTITY = "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY";

  private Schema() {}

  /**
   * @throws StoreException if a newer hub wrote the store: this one would not know what it means
   */
  static void bringUpToDate(DataSource source, boolean sqlite) {
    Flyway flyway =
        Flyway.configure()
            .dataSource(source)
            .locations("classpath:devicehub/store")
            .callbacks(
                new BaseCallback() {
                  @Override
                  public boolean supports(Event event, Context context) {
                    return event == Event.AFTER_EACH_MIGRATE;
                  }

                  @Override
                  public void handle(Event event, Context context) {
                    KillPoint.MIGRATING.pass();
                  }
                })
            .placeholders(
                Map.of(
                    "identity",
                    sqlite ? SQLITE_IDENTITY : POSTGRES_IDENTITY,
                    "bytes",
                    sqlite ? "BLOB" : "BYTEA"))
            .load();
    refuseNewer(flyway.info());
    flyway.migrate();
  }

  private static void refuseNewer(MigrationInfoService info) {
    for (MigrationInfo applied : info.applied()) {
      if (applied.getState().isApplied() && !applied.getState().isResolved()) {
        throw new StoreException(
            "a newer hub wrote this store (schema %s, this hub knows %s): use that hub again, or go"
                    .formatted(applied.getVersion(), newestKnown(info))
                + " back to a copy of the store from before");
      }
    }
  }

  private static MigrationVersion newestKnown(MigrationInfoService info) {
    return Arrays.stream(info.all())
        .filter(migration -> migration.getState().isResolved())
        .map(MigrationInfo::getVersion)
        .max(MigrationVersion::compareTo)
        .orElse(MigrationVersion.EMPTY);
  }
}

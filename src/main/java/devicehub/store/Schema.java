package devicehub.store;

import devicehub.drill.KillPoint;
import devicehub.store.LeaderTable.Leader;
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
   * @throws StoreException if a newer hub wrote the store: this one would not know what it means;
   *     or if an older one leads on it, whose tables must not change under its feet
   */
  static void bringUpToDate(DataSource source, boolean sqlite) {
    Flyway flyway = flyway(source, sqlite);
    MigrationInfoService info = flyway.info();
    refuseNewer(info);
    if (!sqlite && info.pending().length > 0) {
      refuseToSurprise(source, info);
    }
    flyway.migrate();
  }

  private static Flyway flyway(DataSource source, boolean sqlite) {
    return Flyway.configure()
        .dataSource(source)
        .locations("classpath:devicehub/store")
        .failOnMissingLocations(true) // or a JAR packed wrongly would make an empty store
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
  }

  private static void refuseToSurprise(DataSource source, MigrationInfoService info) {
    PlainSql.on(source)
        .withHandle(LeaderTable::find)
        .filter(Leader::leads)
        .ifPresent(
            leader -> {
              throw new StoreException(
                  "an older hub (%s) leads on this store, and this one knows schema %s: stop it first"
                      .formatted(leader.holder(), newestKnown(info)));
            });
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

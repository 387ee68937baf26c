package devicehub.store;

import devicehub.drill.KillPoint;
import devicehub.inventory.Arrival;
import devicehub.inventory.RawPart;
import devicehub.inventory.RawStore;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Raw input in the database, where every hub on it finds what another has kept. It is received into
 * a file first: however slowly it comes, no transaction waits for it.
 */
final class PostgresRawStore implements RawStore {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresRawStore.class);

  private final Database database;
  private final Path folder;
  private final Clock clock = Clock.systemUTC();

  PostgresRawStore(Database database, Path data) {
    this.database = database;
    this.folder = data.resolve("raw");
  }

  /**
   * Sweeps away what a killed hub was receiving, and moves what an earlier version of the hub kept
   * as files into the database.
   */
  PostgresRawStore prepared() {
    try {
      Files.createDirectories(folder);
      Spool.sweep(folder);
      for (Path file : files()) {
        try (InputStream content = Files.newInputStream(file)) {
          keep(String.valueOf(file.getFileName()), content);
        }
        Files.delete(file);
        LOG.info("moved {} into the database", file.getFileName());
      }
      return this;
    } catch (IOException | UncheckedIOException e) {
      throw new StoreException("the folder %s cannot be used".formatted(folder), e);
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  @Override
  public Arrival receive(String name, InputStream content) throws IOException {
    return new SpoolArrival(Spool.receive(folder, content), name, this::keep);
  }

  /** The file need not be on the disk for that: the database keeps what it confirms. */
  private void keep(Spool spool) throws IOException {
    try {
      database.write(handle -> RawTable.keep(handle, spool, clock.millis()));
      KillPoint.RAW_STORED.pass();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public List<String> keptBefore(Instant moment) {
    return database.read(handle -> RawTable.keptBefore(handle, moment.toEpochMilli()));
  }

  @Override
  public boolean delete(String sha256, Instant keptBefore) {
    String checked = Sha256.checked(sha256);
    return database.write(
        handle -> {
          boolean deleted = RawTable.delete(handle, checked, keptBefore.toEpochMilli());
          KillPoint.PURGE_ASIDE.pass();
          return deleted;
        });
  }

  @Override
  public InputStream open(RawPart part) throws IOException {
    String sha256 = Sha256.checked(part.sha256());
    if (!database.read(handle -> RawTable.holds(handle, part))) {
      throw new FileNotFoundException("no raw input is kept under " + sha256);
    }
    return new ChunkStream(
        sha256, ordinal -> database.read(handle -> RawTable.chunk(handle, sha256, ordinal)));
  }
}

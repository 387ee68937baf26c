package devicehub.store;

import devicehub.inventory.Arrival;
import devicehub.inventory.RawPart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;

/** What was received into a file, on its way to where it is kept. */
record SpoolArrival(Spool spool, String name, Keeper keeper) implements Arrival {
  /** Keeps what was received. */
  interface Keeper {
    void keep(Spool spool) throws IOException;
  }

  @Override
  public RawPart part() {
    return new RawPart(spool.sha256(), name, spool.bytes());
  }

  @Override
  public InputStream open() throws IOException {
    return Files.newInputStream(spool.file());
  }

  @Override
  public void keep() throws IOException {
    keeper.keep(spool);
  }

  @Override
  public void close() throws IOException {
    spool.close();
  }
}

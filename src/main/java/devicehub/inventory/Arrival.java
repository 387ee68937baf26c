package devicehub.inventory;

import java.io.IOException;
import java.io.InputStream;

/**
 * Raw input of which all has come: it can be read at once, while its bytes are on their way to the
 * disk. Nothing may point to it before it is kept.
 *
 * <pre>
 *   receive → open, read the rows        → keep → log the snapshot
 *           → bytes onto the disk meanwhile ↗
 * </pre>
 */
public interface Arrival extends AutoCloseable {
  /** What it will be kept as. */
  RawPart part();

  /** Opens it from its start. */
  InputStream open() throws IOException;

  /**
   * Keeps it, durably once the call has returned.
   *
   * @throws IOException if it could not be written; nothing is kept then
   */
  void keep() throws IOException;

  /** Lets go of it, unless it was kept. */
  @Override
  void close() throws IOException;
}

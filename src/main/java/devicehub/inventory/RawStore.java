package devicehub.inventory;

import java.io.IOException;
import java.io.InputStream;

/** Keeps raw input for ever unchanged, each piece once, under the hash of its content. */
public interface RawStore {
  /**
   * Keeps a copy of the content, durably once the call has returned. Content that is there already
   * is not written again.
   *
   * @param name what the content was called when it came; kept as data, never used as a path
   * @throws IOException if the content could not be read to its end or written; nothing is kept
   *     then
   */
  RawPart keep(String name, InputStream content) throws IOException;

  /** Opens a kept part from its start. */
  InputStream open(RawPart part) throws IOException;
}

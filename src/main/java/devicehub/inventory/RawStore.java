package devicehub.inventory;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;

/** Keeps raw input unchanged until it is purged, each piece once, under the hash of its content. */
public interface RawStore {
  /**
   * Receives content to its end, so that it can be read while it becomes durable.
   *
   * @param name what the content was called when it came; kept as data, never used as a path
   * @throws IOException if the content could not be read to its end or written; nothing is kept
   *     then
   */
  Arrival receive(String name, InputStream content) throws IOException;

  /**
   * Keeps a copy of the content, durably once the call has returned. Content that is there already
   * is not written again, but counts as kept now.
   *
   * @param name what the content was called when it came; kept as data, never used as a path
   * @throws IOException if the content could not be read to its end or written; nothing is kept
   *     then
   */
  default RawPart keep(String name, InputStream content) throws IOException {
    try (Arrival arrival = receive(name, content)) {
      arrival.keep();
      return arrival.part();
    }
  }

  /** Opens a kept part from its start. */
  InputStream open(RawPart part) throws IOException;

  /** The hashes of what was last kept before a moment. */
  List<String> keptBefore(Instant moment) throws IOException;

  /**
   * Deletes what nobody points to, unless it has been kept again since the moment: somebody may be
   * about to point to it.
   *
   * @return whether it is gone
   */
  boolean delete(String sha256, Instant keptBefore) throws IOException;
}

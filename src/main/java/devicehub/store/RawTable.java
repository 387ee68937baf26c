package devicehub.store;

import devicehub.inventory.RawPart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Raw input in pieces of a mebibyte, so that none is ever whole in memory. */
final class RawTable {
  static final int CHUNK_BYTES = 1 << 20;

  private RawTable() {}

  /** Keeps what was received, unless it is there; another hub that keeps the same is waited for. */
  static Spool keep(Handle handle, Spool spool, long at) {
    boolean known =
        handle.execute("UPDATE raw_inputs SET kept_at = ? WHERE sha256 = ?", at, spool.sha256())
            == 1;
    int added =
        known
            ? 0
            : handle.execute(
                "INSERT INTO raw_inputs (sha256, bytes, kept_at) VALUES (?, ?, ?)"
                    + " ON CONFLICT (sha256) DO NOTHING",
                spool.sha256(),
                spool.bytes(),
                at);
    if (added == 1) {
      addChunks(handle, spool);
    }
    return spool;
  }

  private static void addChunks(Handle handle, Spool spool) {
    try (InputStream content = Files.newInputStream(spool.file())) {
      int ordinal = 0;
      for (byte[] chunk = content.readNBytes(CHUNK_BYTES);
          chunk.length > 0;
          chunk = content.readNBytes(CHUNK_BYTES)) {
        handle.execute(
            "INSERT INTO raw_chunks (sha256, ordinal, content) VALUES (?, ?, ?)",
            spool.sha256(),
            ordinal++,
            chunk);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> keptBefore(Handle handle, long moment) {
    return handle
        .createQuery("SELECT sha256 FROM raw_inputs WHERE kept_at < ?")
        .bind(0, moment)
        .mapTo(String.class)
        .list();
  }

  /** Deletes a content and its pieces, unless it was kept again since. */
  static boolean delete(Handle handle, String sha256, long keptBefore) {
    return handle.execute(
            "DELETE FROM raw_inputs WHERE sha256 = ? AND kept_at < ?", sha256, keptBefore)
        == 1;
  }

  static boolean holds(Handle handle, RawPart part) {
    return handle
        .createQuery("SELECT bytes FROM raw_inputs WHERE sha256 = ?")
        .bind(0, part.sha256())
        .mapTo(Long.class)
        .findFirst()
        .isPresent();
  }

  static Optional<byte[]> chunk(Handle handle, String sha256, int ordinal) {
    return handle
        .createQuery("SELECT content FROM raw_chunks WHERE sha256 = ? AND ordinal = ?")
        .bind(0, sha256)
        .bind(1, ordinal)
        .mapTo(byte[].class)
        .findFirst();
  }
}

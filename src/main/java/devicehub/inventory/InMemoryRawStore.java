package devicehub.inventory;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Raw input that lives as long as its process. */
public final class InMemoryRawStore implements RawStore {
  private record Kept(byte[] bytes, Instant at) {}

  private final Map<String, Kept> kept = new ConcurrentHashMap<>();

  @Override
  public Arrival receive(String name, InputStream content) throws IOException {
    byte[] bytes = content.readAllBytes();
    RawPart part = new RawPart(sha256(bytes), name, bytes.length);
    return new Arrival() {
      @Override
      public RawPart part() {
        return part;
      }

      @Override
      public InputStream open() {
        return new ByteArrayInputStream(bytes);
      }

      @Override
      public void keep() {
        kept.put(part.sha256(), new Kept(bytes, Instant.now()));
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public InputStream open(RawPart part) throws IOException {
    @Nullable Kept found = kept.get(part.sha256());
    if (found == null) {
      throw new FileNotFoundException("no raw input is kept under " + part.sha256());
    }
    return new ByteArrayInputStream(found.bytes());
  }

  @Override
  public List<String> keptBefore(Instant moment) {
    return kept.entrySet().stream()
        .filter(entry -> entry.getValue().at().isBefore(moment))
        .map(Map.Entry::getKey)
        .toList();
  }

  @Override
  public boolean delete(String sha256, Instant keptBefore) {
    @Nullable Kept found = kept.get(sha256);
    return found != null && found.at().isBefore(keptBefore) && kept.remove(sha256, found);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

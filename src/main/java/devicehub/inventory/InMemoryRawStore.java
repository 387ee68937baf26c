package devicehub.inventory;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Raw input that lives as long as its process. */
public final class InMemoryRawStore implements RawStore {
  private final Map<String, byte[]> kept = new ConcurrentHashMap<>();

  @Override
  public RawPart keep(String name, InputStream content) throws IOException {
    byte[] bytes = content.readAllBytes();
    String hash = sha256(bytes);
    kept.putIfAbsent(hash, bytes);
    return new RawPart(hash, name, bytes.length);
  }

  @Override
  public InputStream open(RawPart part) throws IOException {
    byte @Nullable [] bytes = kept.get(part.sha256());
    if (bytes == null) {
      throw new FileNotFoundException("no raw input is kept under " + part.sha256());
    }
    return new ByteArrayInputStream(bytes);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

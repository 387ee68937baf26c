package devicehub.intake;

import devicehub.device.DeviceRecord;
import devicehub.device.IdText;
import devicehub.device.OwnerClaim;
import devicehub.device.Person;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Who was erased, and is passed over whenever a feed brings them again. It names nobody: it holds
 * keyed hashes of addresses, names and record keys.
 *
 * <pre>
 *   jane.doe@acme.example                            →  5f1c90…
 *   exchange:jane.doe@acme.example/JUQGGDFCDD29R3H0  →  a07be3…
 * </pre>
 */
public final class ErasureList {
  public static final ErasureList EMPTY = new ErasureList(new byte[1], Set.of());

  private static final String HMAC = "HmacSHA256";
  private static final int BYTES = 16;
  private static final Pattern ADDRESS =
      Pattern.compile("[^\\s<>\"';,:()\\[\\]]+@[^\\s<>\"';,:()\\[\\]/]+");

  private final Mac keyed;
  private final Set<String> hashes;

  /**
   * @param hashes as {@link #hash} makes them with that key
   */
  public ErasureList(byte[] key, Set<String> hashes) {
    this.hashes = Set.copyOf(hashes);
    try {
      keyed = Mac.getInstance(HMAC);
      keyed.init(new SecretKeySpec(key, HMAC));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + HMAC, e);
    }
  }

  /** What stands in the list for a word, compared as identifiers are. */
  public String hash(String word) {
    try {
      byte[] text = IdText.fold(word).getBytes(StandardCharsets.UTF_8);
      byte[] digest = ((Mac) keyed.clone()).doFinal(text);
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException(HMAC + " of every Java platform can be copied", e);
    }
  }

  private boolean has(String word) {
    return !word.isEmpty() && hashes.contains(hash(word));
  }

  boolean covers(DeviceRecord record) {
    return !hashes.isEmpty()
        && (has(record.key().toString())
            || has(record.mailbox())
            || record.owners().stream().anyMatch(this::covers));
  }

  boolean covers(Person person) {
    return !hashes.isEmpty()
        && (has(person.id()) || person.claims().stream().anyMatch(this::covers));
  }

  private boolean covers(OwnerClaim claim) {
    return claim.kind() != OwnerClaim.Kind.DISPLAY_NAME && has(claim.comparable());
  }

  /** Whether a text that nobody could read as a row holds an erased address. */
  boolean covers(String text) {
    return !hashes.isEmpty() && ADDRESS.matcher(text).results().anyMatch(at -> has(at.group()));
  }
}

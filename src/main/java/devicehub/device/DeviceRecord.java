package devicehub.device;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One row of one feed, read and normalised: what one server knows of one device.
 *
 * <pre>
 *   maas360:ApplD8DTH6RCIH86   ENROLLMENT  ids [D8DTH6RCIH86, JUQGG…E10]  owners [jane@acme.example]
 *   exchange:jane@…/JUQGG…E10  MAIL        ids [JUQGG…E10]                 owners [jane@acme.example]
 * </pre>
 *
 * @param deviceId the id as the record's own server shows it
 * @param mailbox on the mail side the mailbox or user as its server names it, else empty
 * @param client the mail client on the mail side
 * @param lastSeenMillis when the device last reported or synced, ms since 1970 UTC; {@link #NEVER}
 * @param enrolledMillis when it enrolled or first synced, likewise
 * @param remarks what could not be read with certainty and was left alone, in words
 */
public record DeviceRecord(
    RecordKey key,
    Side side,
    String deviceId,
    String mailbox,
    MailClient client,
    List<Identifier> identifiers,
    List<OwnerClaim> owners,
    Hardware hardware,
    Lifecycle lifecycle,
    long lastSeenMillis,
    long enrolledMillis,
    List<String> remarks) {

  /** Stands for a time that was not given, or for "never synced". */
  public static final long NEVER = Long.MIN_VALUE;

  public Optional<Instant> lastSeen() {
    return instant(lastSeenMillis);
  }

  public Optional<Instant> enrolledAt() {
    return instant(enrolledMillis);
  }

  /** The claim people know the owner by: an address if there is one, else the first claim. */
  public String owner() {
    @Nullable OwnerClaim first = null;
    for (OwnerClaim claim : owners) {
      if (claim.kind() == OwnerClaim.Kind.ADDRESS) {
        return claim.shown();
      }
      first = first == null ? claim : first;
    }
    return first == null ? "" : first.shown();
  }

  private static Optional<Instant> instant(long millis) {
    return millis == NEVER ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }
}

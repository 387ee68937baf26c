package devicehub.device;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One row of one feed, read and normalised: what one server knows of one device.
 *
 * <pre>
 *   maas360:ApplD8DTH6RCIH86   ENROLLMENT  ids [D8DTH6RCIH86, JUQGG…E10]  owners [jane@acme.example]
 *   exchange:jane@…/JUQGG…E10  MAIL        ids [JUQGG…E10]                 owners [jane@acme.example]
 * </pre>
 *
 * <p>Records are many: all of one is packed into bytes, which those of a feed {@linkplain
 * PackedRecords share}, and strings and lists are made anew each time they are asked for. What
 * walks all records goes by the hashes.
 *
 * <pre>
 *   last seen 8 bytes, enrolled 8, number of its traits 4, {@link PackedTexts}
 * </pre>
 */
public final class DeviceRecord {
  /** Stands for a time that was not given, or for "never synced". */
  public static final long NEVER = Long.MIN_VALUE;

  /** Stands for a time that was given and lies in the future. */
  public static final long AHEAD = NEVER + 1;

  /**
   * Stands for a time that was given and cannot be read with certainty. It and those above are
   * earlier than any other.
   */
  public static final long UNDECIDED = NEVER + 2;

  private static final int ENROLLED = Long.BYTES;
  static final int TRAITS = ENROLLED + Long.BYTES;
  static final int TEXTS = TRAITS + Integer.BYTES;

  private final RecordTraits traits;
  private final byte[] bytes;
  private final int at;

  /**
   * @param deviceId the id as the record's own server shows it
   * @param mailbox on the mail side the mailbox or user as its server names it, else empty
   * @param client the mail client on the mail side
   * @param lastSeenMillis when the device last reported or synced, ms since 1970 UTC; {@link
   *     #NEVER}, {@link #AHEAD} or {@link #UNDECIDED} where no time is known
   * @param enrolledMillis when it enrolled or first synced, likewise
   * @param remarks what could not be read with certainty and was left alone, in words
   */
  public DeviceRecord(
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
    this.traits = new RecordTraits(key.feed(), side, client, hardware, lifecycle, remarks);
    this.bytes = TextPacker.pack(TEXTS, key.id(), deviceId, mailbox, identifiers, owners);
    this.at = 0;
    PackedTexts.LONGS.set(bytes, 0, lastSeenMillis);
    PackedTexts.LONGS.set(bytes, ENROLLED, enrolledMillis);
  }

  /** One of many that share an array. */
  DeviceRecord(RecordTraits traits, byte[] bytes, int at) {
    this.traits = traits;
    this.bytes = bytes;
    this.at = at;
  }

  public RecordKey key() {
    return new RecordKey(feed(), PackedTexts.text(bytes, texts(), PackedTexts.ID));
  }

  /** The {@linkplain IdText#hash hash} of the key's id, which its case does not change. */
  public long keyHash() {
    return PackedTexts.textHash(bytes, texts(), PackedTexts.ID);
  }

  /** Whether the keys' ids are equal as ids are compared: case tells no two apart. */
  public boolean hasSameId(DeviceRecord other) {
    return PackedTexts.isSameId(bytes, texts(), other.bytes, other.texts());
  }

  public String feed() {
    return traits.feed();
  }

  public Side side() {
    return traits.side();
  }

  public String deviceId() {
    return PackedTexts.text(bytes, texts(), PackedTexts.DEVICE_ID);
  }

  public String mailbox() {
    return PackedTexts.text(bytes, texts(), PackedTexts.MAILBOX);
  }

  /** The {@linkplain IdText#hash hash} of the mailbox. */
  public long mailboxHash() {
    return PackedTexts.textHash(bytes, texts(), PackedTexts.MAILBOX);
  }

  public MailClient client() {
    return traits.client();
  }

  public List<Identifier> identifiers() {
    List<Identifier> all = new ArrayList<>(idCount());
    for (int i = 0; i < idCount(); i++) {
      all.add(identifier(i));
    }
    return all;
  }

  public int idCount() {
    return PackedTexts.ids(bytes, texts());
  }

  public Identifier identifier(int id) {
    return PackedTexts.id(bytes, texts(), id);
  }

  /** The {@linkplain Identifier#kind kind} of an identifier. */
  public String idKind(int id) {
    return PackedTexts.idKind(bytes, texts(), id);
  }

  /** The {@linkplain Identifier#hash hash} of an identifier. */
  public long idHash(int id) {
    return PackedTexts.hash(bytes, texts(), id);
  }

  /** Whether an identifier is the device's own: a serial number, IMEI or UDID. */
  public boolean isHardwareId(int id) {
    return PackedTexts.isHardwareId(bytes, texts(), id);
  }

  /** Whether an identifier is a serial number, of which a device has one. */
  public boolean isSerialNumber(int id) {
    return PackedTexts.isSerialNumber(bytes, texts(), id);
  }

  public List<OwnerClaim> owners() {
    List<OwnerClaim> all = new ArrayList<>(ownerCount());
    for (int i = 0; i < ownerCount(); i++) {
      all.add(PackedTexts.owner(bytes, texts(), i));
    }
    return all;
  }

  public int ownerCount() {
    return PackedTexts.owners(bytes, texts());
  }

  public OwnerClaim owner(int claim) {
    return PackedTexts.owner(bytes, texts(), claim);
  }

  public OwnerClaim.Kind ownerKind(int claim) {
    return PackedTexts.ownerKind(bytes, texts(), claim);
  }

  /** The {@linkplain OwnerClaim#hash hash} of an owner claim. */
  public long ownerHash(int claim) {
    return PackedTexts.hash(bytes, texts(), idCount() + claim);
  }

  public Hardware hardware() {
    return traits.hardware();
  }

  public Lifecycle lifecycle() {
    return traits.lifecycle();
  }

  /** When it was last seen, ms since 1970 UTC; {@link #NEVER} where that is not known. */
  public long lastSeenMillis() {
    return (long) PackedTexts.LONGS.get(bytes, at);
  }

  public long enrolledMillis() {
    return (long) PackedTexts.LONGS.get(bytes, at + ENROLLED);
  }

  public List<String> remarks() {
    return traits.remarks();
  }

  /** The same record with one remark more. */
  public DeviceRecord remarked(String remark) {
    List<String> all = new ArrayList<>(remarks());
    all.add(remark);
    return new DeviceRecord(traits.remarked(List.copyOf(all)), bytes, at);
  }

  /** The same record for keeps: it holds on to none of those that it came with. */
  public DeviceRecord alone() {
    return at == 0 && end() == bytes.length
        ? this
        : new DeviceRecord(traits, Arrays.copyOfRange(bytes, at, end()), 0);
  }

  public Optional<Instant> lastSeen() {
    return instant(lastSeenMillis());
  }

  public Optional<Instant> enrolledAt() {
    return instant(enrolledMillis());
  }

  /** The claim people know the owner by: an address if there is one, else the first claim. */
  public String owner() {
    int claim = ownerClaim();
    return claim < 0 ? "" : owner(claim).shown();
  }

  /** Which of the claims that is; -1 where there is none. */
  int ownerClaim() {
    for (int i = 0; i < ownerCount(); i++) {
      if (ownerKind(i) == OwnerClaim.Kind.ADDRESS) {
        return i;
      }
    }
    return ownerCount() == 0 ? -1 : 0;
  }

  /** Orders records by their keys, as {@link RecordKey#compareTo} does. */
  public int compareKey(DeviceRecord other) {
    int byFeed = feed().compareTo(other.feed());
    return byFeed != 0
        ? byFeed
        : PackedTexts.compareIds(bytes, texts(), other.bytes, other.texts());
  }

  RecordTraits traits() {
    return traits;
  }

  byte[] bytes() {
    return bytes;
  }

  int at() {
    return at;
  }

  /** Where {@link PackedTexts} begin in the array. */
  int texts() {
    return at + TEXTS;
  }

  /** Where the record's bytes end in its array. */
  int end() {
    return PackedTexts.end(bytes, texts());
  }

  private static Optional<Instant> instant(long millis) {
    return millis <= UNDECIDED ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }

  /** Equal if all that is known is. */
  @Override
  public boolean equals(Object other) {
    return other instanceof DeviceRecord that
        && Arrays.equals(bytes, at, at + TRAITS, that.bytes, that.at, that.at + TRAITS)
        && Arrays.equals(bytes, texts(), end(), that.bytes, that.texts(), that.end())
        && (traits == that.traits || traits.equals(that.traits));
  }

  @Override
  public int hashCode() {
    return 31 * feed().hashCode() + Long.hashCode(keyHash());
  }

  /** The key. */
  @Override
  public String toString() {
    return key().toString();
  }
}

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
 * <p>Records are many: their texts are {@linkplain PackedTexts packed}, and strings and lists are
 * made anew each time they are asked for. What walks all records goes by the hashes.
 */
public final class DeviceRecord {
  /** Stands for a time that was not given, or for "never synced". */
  public static final long NEVER = Long.MIN_VALUE;

  /** Stands for a time that was given, and could not be read with certainty. */
  public static final long UNDECIDED = Long.MIN_VALUE + 1;

  private final String feed;
  private final byte[] texts;
  private final Side side;
  private final MailClient client;
  private final Hardware hardware;
  private final Lifecycle lifecycle;
  private final long lastSeenMillis;
  private final long enrolledMillis;
  private final List<String> remarks;

  /**
   * @param deviceId the id as the record's own server shows it
   * @param mailbox on the mail side the mailbox or user as its server names it, else empty
   * @param client the mail client on the mail side
   * @param lastSeenMillis when the device last reported or synced, ms since 1970 UTC; {@link
   *     #NEVER} or {@link #UNDECIDED}
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
    this.feed = key.feed();
    this.texts = TextPacker.pack(key.id(), deviceId, mailbox, identifiers, owners);
    this.side = side;
    this.client = client;
    this.hardware = hardware;
    this.lifecycle = lifecycle;
    this.lastSeenMillis = lastSeenMillis;
    this.enrolledMillis = enrolledMillis;
    this.remarks = remarks;
  }

  private DeviceRecord(DeviceRecord of, List<String> remarks) {
    this.feed = of.feed;
    this.texts = of.texts;
    this.side = of.side;
    this.client = of.client;
    this.hardware = of.hardware;
    this.lifecycle = of.lifecycle;
    this.lastSeenMillis = of.lastSeenMillis;
    this.enrolledMillis = of.enrolledMillis;
    this.remarks = remarks;
  }

  public RecordKey key() {
    return new RecordKey(feed, PackedTexts.text(texts, PackedTexts.ID));
  }

  /** The {@linkplain IdText#hash hash} of the key's id, which its case does not change. */
  public long keyHash() {
    return PackedTexts.textHash(texts, PackedTexts.ID);
  }

  /** Whether the keys' ids are equal as ids are compared: case tells no two apart. */
  public boolean hasSameId(DeviceRecord other) {
    return PackedTexts.isSameId(texts, other.texts);
  }

  public String feed() {
    return feed;
  }

  public Side side() {
    return side;
  }

  public String deviceId() {
    return PackedTexts.text(texts, PackedTexts.DEVICE_ID);
  }

  public String mailbox() {
    return PackedTexts.text(texts, PackedTexts.MAILBOX);
  }

  /** The {@linkplain IdText#hash hash} of the mailbox. */
  public long mailboxHash() {
    return PackedTexts.textHash(texts, PackedTexts.MAILBOX);
  }

  public MailClient client() {
    return client;
  }

  public List<Identifier> identifiers() {
    List<Identifier> all = new ArrayList<>(idCount());
    for (int i = 0; i < idCount(); i++) {
      all.add(identifier(i));
    }
    return all;
  }

  public int idCount() {
    return PackedTexts.ids(texts);
  }

  public Identifier identifier(int id) {
    return PackedTexts.id(texts, id);
  }

  /** The {@linkplain Identifier#kind kind} of an identifier. */
  public String idKind(int id) {
    return PackedTexts.idKind(texts, id);
  }

  /** The {@linkplain Identifier#hash hash} of an identifier. */
  public long idHash(int id) {
    return PackedTexts.hash(texts, id);
  }

  /** Whether an identifier is the device's own: a serial number, IMEI or UDID. */
  public boolean isHardwareId(int id) {
    return PackedTexts.isHardwareId(texts, id);
  }

  public List<OwnerClaim> owners() {
    List<OwnerClaim> all = new ArrayList<>(ownerCount());
    for (int i = 0; i < ownerCount(); i++) {
      all.add(PackedTexts.owner(texts, i));
    }
    return all;
  }

  public int ownerCount() {
    return PackedTexts.owners(texts);
  }

  public OwnerClaim owner(int claim) {
    return PackedTexts.owner(texts, claim);
  }

  public OwnerClaim.Kind ownerKind(int claim) {
    return PackedTexts.ownerKind(texts, claim);
  }

  /** The {@linkplain OwnerClaim#hash hash} of an owner claim. */
  public long ownerHash(int claim) {
    return PackedTexts.hash(texts, idCount() + claim);
  }

  public Hardware hardware() {
    return hardware;
  }

  public Lifecycle lifecycle() {
    return lifecycle;
  }

  /** When it was last seen, ms since 1970 UTC; {@link #NEVER} where that is not known. */
  public long lastSeenMillis() {
    return known(lastSeenMillis);
  }

  /** Whether its source says when it was last seen, and nobody can tell which time is meant. */
  public boolean isLastSeenUndecided() {
    return lastSeenMillis == UNDECIDED;
  }

  public long enrolledMillis() {
    return known(enrolledMillis);
  }

  public List<String> remarks() {
    return remarks;
  }

  /** The same record with one remark more. */
  public DeviceRecord remarked(String remark) {
    List<String> all = new ArrayList<>(remarks);
    all.add(remark);
    return new DeviceRecord(this, List.copyOf(all));
  }

  public Optional<Instant> lastSeen() {
    return instant(lastSeenMillis);
  }

  public Optional<Instant> enrolledAt() {
    return instant(enrolledMillis);
  }

  /** The claim people know the owner by: an address if there is one, else the first claim. */
  public String owner() {
    for (int i = 0; i < ownerCount(); i++) {
      if (ownerKind(i) == OwnerClaim.Kind.ADDRESS) {
        return owner(i).shown();
      }
    }
    return ownerCount() == 0 ? "" : owner(0).shown();
  }

  /** Orders records by their keys, as {@link RecordKey#compareTo} does. */
  public int compareKey(DeviceRecord other) {
    int byFeed = feed.compareTo(other.feed);
    return byFeed != 0 ? byFeed : PackedTexts.compareIds(texts, other.texts);
  }

  /** Puts records in the order of {@link #compareKey}. */
  public static void sortByKey(List<DeviceRecord> records) {
    KeyOrder.sort(records);
  }

  byte[] texts() {
    return texts;
  }

  private static long known(long millis) {
    return millis == UNDECIDED ? NEVER : millis;
  }

  private static Optional<Instant> instant(long millis) {
    return known(millis) == NEVER ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }

  /** Equal if all that is known is. */
  @Override
  public boolean equals(Object other) {
    return other instanceof DeviceRecord that
        && feed.equals(that.feed)
        && Arrays.equals(texts, that.texts)
        && side == that.side
        && client == that.client
        && hardware.equals(that.hardware)
        && lifecycle == that.lifecycle
        && lastSeenMillis == that.lastSeenMillis
        && enrolledMillis == that.enrolledMillis
        && remarks.equals(that.remarks);
  }

  @Override
  public int hashCode() {
    return 31 * feed.hashCode() + Arrays.hashCode(texts);
  }

  /** The key. */
  @Override
  public String toString() {
    return key().toString();
  }
}

package devicehub.matching;

import devicehub.device.DeviceRecord;
import devicehub.device.KeyIndex;
import devicehub.device.Likeness;
import devicehub.device.MailClient;
import java.util.BitSet;
import java.util.List;

/**
 * The mail records by the place each takes on a device: one client, in one mailbox, on one server.
 * A device has each place once; two live records in one place are two devices.
 *
 * <p>A partnership is stale when it has not synced for N days, reckoned from the newest sync its
 * feed knows of, while a like one in the same place has. One whose last sync is written so that
 * nobody can tell which day is meant is not called stale. No clock is asked, so the same records
 * always give the same answer.
 */
final class Partnerships {
  private static final int CROWD = 256;

  private final List<DeviceRecord> records;
  private final long[] places;
  private final BitSet hiding = new BitSet();
  private final boolean[] stale;
  private final BitSet quiet = new BitSet();

  /**
   * @param syncs of each feed; may know of records that are not among these
   */
  Partnerships(List<DeviceRecord> records, Ownership owners, LastSyncs syncs, int staleDays) {
    this.records = records;
    this.places = new long[records.size()];
    KeyIndex byPlace = new KeyIndex(records.size());
    this.stale = new boolean[records.size()];
    boolean[] crowded = new boolean[records.size()];
    for (int i = 0; i < places.length; i++) {
      DeviceRecord record = records.get(i);
      places[i] = place(record, mailbox(record, owners, i));
      hiding.set(i, record.client().hidesHardware());
      int earlier = byPlace.put(places[i], i);
      if (earlier >= 0) {
        crowded[i] = true;
        crowded[byPlace.value(earlier)] = true;
      }
      syncs.learn(record);
    }
    for (int i = 0; i < places.length; i++) {
      if (crowded[i]) {
        stale[i] = isStale(i, byPlace, syncs.aliveSince(records.get(i).feed(), staleDays));
      }
    }
  }

  /**
   * The place of a record by the mailbox's own spelling. Records whose places are one by the person
   * who owns the mailbox have that owner in common.
   */
  static long place(DeviceRecord record) {
    return place(record, record.mailboxHash());
  }

  private static long place(DeviceRecord record, long mailbox) {
    long feed = record.feed().hashCode();
    int client = family(record.client()).ordinal();
    return (mailbox * 31 + feed) * 31 + client;
  }

  /** A mailbox has many spellings, alias and Notes name and directory path, and one person. */
  private static long mailbox(DeviceRecord record, Ownership owners, int at) {
    return owners.standing(at) == Ownership.Standing.PERSON
        ? owners.key(owners.from(at))
        : record.mailboxHash();
  }

  /**
   * Whether two records cannot be on one device: they take one place there, and are not one client
   * under two spellings of its mailbox.
   */
  boolean exclude(int one, int other) {
    return one != other && places[one] == places[other] && areTwoClients(one, other);
  }

  private boolean areTwoClients(int one, int other) {
    String deviceId = records.get(one).deviceId();
    return deviceId.isEmpty() || !deviceId.equalsIgnoreCase(records.get(other).deviceId());
  }

  /** Whether two records could not be on one device if their mailboxes were one person's. */
  boolean wouldExclude(int one, int other) {
    return one != other
        && records.get(one).feed().equals(records.get(other).feed())
        && family(records.get(one).client()) == family(records.get(other).client())
        && areTwoClients(one, other);
  }

  /** A client that does not name itself may be the built-in one, and so takes its place. */
  static MailClient family(MailClient client) {
    return client == MailClient.UNKNOWN ? MailClient.NATIVE : client;
  }

  private boolean isStale(int record, KeyIndex byPlace, long aliveSince) {
    if (mayBeAlive(records.get(record), aliveSince)) {
      return false;
    }
    if (byPlace.count(places[record], CROWD) >= CROWD) {
      return false; // nobody has so many of one client: nothing can be told from it
    }
    for (int at = byPlace.first(places[record]); at >= 0; at = byPlace.next(at)) {
      int other = byPlace.value(at);
      if (other != record && records.get(other).lastSeenMillis() >= aliveSince) {
        quiet.set(record);
        if (alike(records.get(record), records.get(other))) {
          return true;
        }
      }
    }
    return false;
  }

  /** A time that cannot be read may be any; what never synced may have come only lately. */
  private static boolean mayBeAlive(DeviceRecord record, long aliveSince) {
    long seen = record.lastSeenMillis();
    boolean given = seen == DeviceRecord.UNDECIDED || seen == DeviceRecord.AHEAD;
    return given || latest(record) >= aliveSince;
  }

  /** When a record was last heard of: synced, or came if it never did. */
  static long latest(DeviceRecord record) {
    long seen = record.lastSeenMillis();
    return seen == DeviceRecord.NEVER ? record.enrolledMillis() : seen;
  }

  /** Whether nothing visible says that the two are different hardware. */
  private static boolean alike(DeviceRecord a, DeviceRecord b) {
    return a.hardware().comparePlatform(b.hardware()) != Likeness.DIFFERENT
        && a.hardware().compareManufacturer(b.hardware()) != Likeness.DIFFERENT
        && a.hardware().compareFormFactor(b.hardware()) != Likeness.DIFFERENT
        && a.hardware().compareModel(b.hardware()) != Likeness.DIFFERENT;
  }

  long place(int record) {
    return places[record];
  }

  /** Whether the record's client tells nothing of the hardware it is on. */
  boolean hidesHardware(int record) {
    return hiding.get(record);
  }

  /**
   * Whether the record has not synced for long, and another in its place has, be it of other
   * hardware: such a one may be a second device, and keeps its own enrolment.
   */
  boolean quiet(int record) {
    return quiet.get(record);
  }

  boolean stale(int record) {
    return stale[record];
  }
}

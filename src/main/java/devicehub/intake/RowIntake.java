package devicehub.intake;

import devicehub.device.DeviceRecord;
import devicehub.device.KeyIndex;
import devicehub.device.Person;
import devicehub.device.RecordKey;
import devicehub.device.RecordPacker;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes one feed's rows in and keeps count: every row is accepted, a duplicate, rejected or
 * ignored. One intake may take several inputs in turn, such as the pages of one answer.
 */
public final class RowIntake implements RowSink {
  /** The id of a record that only a number tells from others: {@code box/iPhone iPhone14C5 (2)}. */
  public static final Pattern NUMBERED = Pattern.compile("(.*) \\(\\d{1,9}\\)", Pattern.DOTALL);

  /** So many rows are read before the first of them is looked for among those taken. */
  private static final int TOGETHER = 128;

  private final FeedSpec feed;
  private final HardwareReader hardware;
  private final ErasureList erased;
  private final RecordPacker records = new RecordPacker();
  private final List<Person> people = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();
  private @Nullable KeyIndex byId = new KeyIndex(1024);
  private final Normalised[] read = new Normalised[TOGETHER];
  private final long[] hashes = new long[TOGETHER];
  private final int[] found = new int[TOGETHER];
  private @Nullable Normaliser normaliser;
  private String input = "";
  private long rowsIn;
  private long duplicates;
  private long ignored;

  /** A row at fault, and the input it stood in. */
  public record Fault(String input, Normalised.Rejected row) {}

  public RowIntake(FeedSpec feed, HardwareReader hardware) {
    this(feed, hardware, ErasureList.EMPTY);
  }

  /**
   * @param erased whose rows are ignored
   */
  public RowIntake(FeedSpec feed, HardwareReader hardware, ErasureList erased) {
    this.feed = feed;
    this.hardware = hardware;
    this.erased = erased;
  }

  /** Names the input the rows that follow come from. */
  public RowIntake from(String inputName) {
    input = inputName;
    normaliser = null;
    return this;
  }

  @Override
  public void columns(List<String> names) {
    BoundFields fields = feed.fields().bind(names);
    requireColumns(fields, names);
    normaliser = normaliser(feed, fields, hardware);
  }

  static Normaliser normaliser(FeedSpec feed, BoundFields fields, HardwareReader hardware) {
    return switch (feed.role()) {
      case ENROLLMENT -> new EnrollmentNormaliser(feed, fields, hardware);
      case MAIL -> new MailNormaliser(feed, fields, hardware);
      case DIRECTORY -> new DirectoryNormaliser(fields);
    };
  }

  /** A renamed or lost key column must not turn a whole export into rejected rows. */
  private void requireColumns(BoundFields fields, List<String> names) {
    boolean usable =
        switch (feed.role()) {
          case ENROLLMENT -> fields.has(Field.ID);
          case MAIL ->
              fields.has(Field.IDENTITY)
                  || fields.has(Field.ID)
                  || (fields.has(Field.MAILBOX)
                      && (fields.has(Field.EAS_ID) || fields.has(Field.DEVICE_TYPE)));
          case DIRECTORY ->
              fields.has(Field.OWNER) || fields.has(Field.LOGIN) || fields.has(Field.NAMES);
        };
    if (!usable) {
      Field missing =
          switch (feed.role()) {
            case ENROLLMENT -> Field.ID;
            case MAIL -> fields.has(Field.MAILBOX) ? Field.EAS_ID : Field.MAILBOX;
            case DIRECTORY -> Field.OWNER;
          };
      throw new UnreadableInputException(
          input,
          1,
          "no column for '"
              + missing.label()
              + "' (looked for "
              + String.join(", ", feed.fields().columns(missing))
              + "); "
              + shown(names));
    }
  }

  /** A header, unless it is a row: what people are called is not for messages and logs. */
  private static String shown(List<String> header) {
    boolean holdsValues =
        header.stream()
            .anyMatch(
                name ->
                    name.chars().anyMatch(c -> "@/\\:=".indexOf(c) >= 0)
                        || name.chars().filter(Character::isDigit).count() > 3);
    return holdsValues
        ? "the first line holds values, and no names of columns"
        : "the header is: " + RowReading.shortened(String.join(",", header));
  }

  @Override
  public void rows(List<? extends Row> batch) {
    Normaliser reader = normaliser;
    if (reader == null) {
      throw new IllegalStateException("rows before columns in " + input);
    }
    rowsIn += batch.size();
    for (int from = 0; from < batch.size(); from += TOGETHER) {
      int count = Math.min(TOGETHER, batch.size() - from);
      for (int i = 0; i < count; i++) {
        read[i] = reader.normalise(batch.get(from + i));
        hashes[i] = read[i] instanceof Normalised.Accepted one ? one.record().keyHash() : 0;
      }
      index().firsts(hashes, count, found); // brings what the turns below ask for near
      for (int i = 0; i < count; i++) {
        take(read[i], hashes[i]);
      }
    }
  }

  private void take(Normalised normalised, long hash) {
    if (isErased(normalised)) {
      ignored++;
    } else if (normalised instanceof Normalised.Accepted accepted) {
      accept(accepted.record(), hash, accepted.nameless());
    } else if (normalised instanceof Normalised.Listed listed) {
      people.add(listed.person());
    } else if (normalised instanceof Normalised.Rejected rejected) {
      faults.add(new Fault(input, rejected));
    } else {
      ignored++;
    }
  }

  @Override
  public void unreadable(long line, String reason, String value) {
    rowsIn++;
    if (erased.covers(value)) {
      ignored++;
      return;
    }
    faults.add(new Fault(input, new Normalised.Rejected(line, reason, value)));
  }

  private boolean isErased(Normalised read) {
    if (read instanceof Normalised.Accepted accepted) {
      return erased.covers(accepted.record());
    }
    if (read instanceof Normalised.Listed listed) {
      return erased.covers(listed.person());
    }
    return read instanceof Normalised.Rejected rejected && erased.covers(rejected.value());
  }

  /**
   * Of rows with one id the one seen last stays, or {@linkplain SaidTwice what both say} where
   * neither was; the others are duplicates. Servers print ids in whichever case they like, so case
   * tells no two records apart.
   *
   * <p>Where an export has no ids, two rows of one mailbox and model may be two phones: unless they
   * say the same throughout, both stay, numbered with the one seen last in front.
   */
  private void accept(DeviceRecord record, long keyHash, boolean nameless) {
    DeviceRecord coming = record;
    long hash = keyHash;
    for (int number = 2; ; number++) {
      int known = known(coming, hash);
      if (known < 0) {
        index().put(hash, records.size());
        records.add(coming);
        return;
      }
      DeviceRecord before = records.get(known);
      boolean atOnce = coming.lastSeenMillis() == before.lastSeenMillis() && !before.equals(coming);
      boolean newer =
          atOnce
              ? SaidTwice.isLater(coming, before)
              : coming.lastSeenMillis() > before.lastSeenMillis();
      if (atOnce && !nameless) {
        records.set(known, SaidTwice.both(before, coming));
      } else if (newer) {
        records.set(known, coming);
      }
      if (!nameless || before.equals(coming)) {
        duplicates++;
        return;
      }
      coming = named(newer ? before : coming, record.key().id() + " (" + number + ")");
      hash = coming.keyHash();
    }
  }

  /** Where a record with the same id stands, or -1. */
  private int known(DeviceRecord record, long hash) {
    KeyIndex index = index();
    for (int at = index.first(hash); at >= 0; at = index.next(at)) {
      if (records.get(index.value(at)).hasSameId(record)) {
        return index.value(at);
      }
    }
    return -1;
  }

  private static DeviceRecord named(DeviceRecord record, String id) {
    return new DeviceRecord(
        new RecordKey(record.feed(), id),
        record.side(),
        record.deviceId(),
        record.mailbox(),
        record.client(),
        record.identifiers(),
        record.owners(),
        record.hardware(),
        record.lifecycle(),
        record.lastSeenMillis(),
        record.enrolledMillis(),
        record.remarks());
  }

  private KeyIndex index() {
    KeyIndex known = byId;
    if (known != null) {
      return known;
    }
    KeyIndex index = new KeyIndex(records.size());
    for (int i = 0; i < records.size(); i++) {
      index.put(records.get(i).keyHash(), i);
    }
    byId = index;
    return index;
  }

  public List<DeviceRecord> records() {
    return records.records();
  }

  /** The records in the order of their keys. */
  public List<DeviceRecord> recordsByKey() {
    records.sortByKey();
    byId = null; // of positions that are others now
    return records.records();
  }

  public List<Person> people() {
    return people;
  }

  public List<Fault> faults() {
    return faults;
  }

  public long rowsIn() {
    return rowsIn;
  }

  public long accepted() {
    return records.size() + (long) people.size();
  }

  public long duplicates() {
    return duplicates;
  }

  public long ignored() {
    return ignored;
  }
}

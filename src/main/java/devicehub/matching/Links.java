package devicehub.matching;

import devicehub.cores.Shares;
import devicehub.device.DeviceRecord;
import devicehub.device.IdText;
import java.util.Arrays;
import java.util.List;

/**
 * By what one side's records are looked up: every key under which a decision about one record may
 * come across another, as 32 bits each. Records that share none have nothing to do with each other.
 *
 * <pre>
 *   exchange:jane@…/JUQ…E10   id JUQ…E10 · owner jane@… · place jane@…, native · name jane
 * </pre>
 *
 * <p>Two keys of the same 32 bits make neighbours of strangers, which costs a little time and
 * nothing else.
 */
final class Links {
  /** What a key is the key of, so that an id and an owner are never taken for each other. */
  private enum Kind {
    ID,
    OWNER,
    PLACE,
    NAME,
    DECISION
  }

  private final int[] starts;
  private int[] keys;

  private Links(int records, int expected) {
    starts = new int[records + 1];
    keys = new int[expected];
  }

  /**
   * @param decided what people decided, which ties records together that share nothing else
   */
  static Links of(List<DeviceRecord> records, Ownership owners, Decided decided) {
    List<Links> parts =
        Shares.of(records.size(), (from, to) -> of(records, from, to, owners, decided));
    int used = parts.stream().mapToInt(Links::size).sum();
    Links all = new Links(records.size(), used);
    int record = 0;
    for (Links part : parts) {
      for (int i = 1; i < part.starts.length; i++) {
        all.starts[record + i] = all.starts[record] + part.starts[i];
      }
      System.arraycopy(part.keys, 0, all.keys, all.starts[record], part.size());
      record += part.starts.length - 1;
    }
    return all;
  }

  private static Links of(
      List<DeviceRecord> records, int from, int to, Ownership owners, Decided decided) {
    Links links = new Links(to - from, 8 * (to - from) + 16);
    for (int record = from; record < to; record++) {
      links.starts[record - from + 1] =
          links.add(links.starts[record - from], records.get(record), record, owners, decided);
    }
    return links;
  }

  private int add(int at, DeviceRecord record, int position, Ownership owners, Decided decided) {
    int next = at;
    for (int id = 0; id < record.idCount(); id++) {
      next = put(next, Kind.ID, record.idHash(id));
    }
    for (int owner = owners.from(position); owner < owners.to(position); owner++) {
      next = put(next, Kind.OWNER, owners.key(owner));
    }
    if (owners.isOneOfSeveral(position)) {
      for (long person : owners.people(position)) {
        next = put(next, Kind.OWNER, person);
      }
    }
    if (record.side() == devicehub.device.Side.MAIL) {
      next = put(next, Kind.PLACE, Partnerships.place(record));
    }
    String name = Namesakes.name(record);
    if (Namesakes.tells(name)) {
      next = put(next, Kind.NAME, IdText.hash(name));
    }
    for (int entry = decided.first(record); entry >= 0; entry = decided.next(entry)) {
      next = put(next, Kind.DECISION, decided.decision(entry));
    }
    for (int decision : decided.byHardware(record)) {
      next = put(next, Kind.DECISION, decision);
    }
    return next;
  }

  private int put(int at, Kind kind, long hash) {
    if (at == keys.length) {
      keys = Arrays.copyOf(keys, 2 * at);
    }
    keys[at] = (int) ((hash + kind.ordinal()) * 0xd6e8feb86659fd93L >>> 32);
    return at + 1;
  }

  private int size() {
    return starts[starts.length - 1];
  }

  int from(int record) {
    return starts[record];
  }

  int to(int record) {
    return starts[record + 1];
  }

  int key(int at) {
    return keys[at];
  }

  /**
   * The links of a side's records of now.
   *
   * @param fresh those of the records that came or are changed, in their order
   */
  Links after(Turnover turnover, Links fresh) {
    Links after = new Links(turnover.now.size(), size() + fresh.size());
    int at = 0;
    int number = 0;
    for (int record = 0; record < turnover.now.size(); record++) {
      boolean isFresh = turnover.fresh.get(record);
      Links source = isFresh ? fresh : this;
      int from = isFresh ? number++ : turnover.was(record);
      for (int key = source.starts[from]; key < source.starts[from + 1]; key++) {
        after.keys[at++] = source.keys[key];
      }
      after.starts[record + 1] = at;
    }
    return after;
  }
}

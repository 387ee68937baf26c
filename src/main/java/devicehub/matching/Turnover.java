package devicehub.matching;

import devicehub.device.DeviceRecord;
import java.util.BitSet;
import java.util.List;

/**
 * One side's records of a cycle beside those of the cycle before: who came, who went, who changed.
 *
 * <pre>
 *   before   0 ann   1 joe   2 jane                 gone   1, 2
 *   now      0 ann   1 jane (other id)   2 zoe      fresh  1, 2
 * </pre>
 */
final class Turnover {
  private static final int NOWHERE = -1;

  final List<DeviceRecord> before;
  final List<DeviceRecord> now;

  /** The positions now of records that came or are changed. */
  final BitSet fresh = new BitSet();

  /** The positions before of records that went or were otherwise. */
  final BitSet gone = new BitSet();

  private final int[] was;
  private final int[] is;
  private boolean ordered = true;

  /**
   * @param before in the order of keys
   */
  Turnover(List<DeviceRecord> before, List<DeviceRecord> now) {
    this.before = before;
    this.now = now;
    this.is = new int[before.size()];
    this.was = new int[now.size()];
    walk();
  }

  private void walk() {
    int old = 0;
    int fresher = 0;
    while (before == now && old < is.length) { // a feed that brought nothing has the same list
      pair(old++, fresher++);
    }
    while (ordered && (old < is.length || fresher < was.length)) {
      int order = order(old, fresher);
      ordered = order < 0 || follows(fresher);
      boolean stayed = order == 0 && isSame(old, fresher);
      if (order <= 0 && !stayed) {
        gone.set(old);
      }
      if (order >= 0 && !stayed) {
        fresh.set(fresher);
      }
      if (order == 0) {
        pair(old, fresher);
      } else if (order < 0) {
        is[old] = NOWHERE;
      } else {
        was[fresher] = NOWHERE;
      }
      old += order <= 0 ? 1 : 0;
      fresher += order >= 0 ? 1 : 0;
      // Nearly all records are as they were, and in the order they were in.
      while (stayed && isSame(old, fresher)) {
        pair(old++, fresher++);
      }
    }
  }

  private void pair(int old, int fresher) {
    is[old] = fresher;
    was[fresher] = old;
  }

  private int order(int old, int fresher) {
    if (old == is.length) {
      return 1;
    }
    if (fresher == was.length) {
      return -1;
    }
    return isSame(old, fresher) ? 0 : before.get(old).compareKey(now.get(fresher));
  }

  private boolean isSame(int old, int fresher) {
    return old < is.length && fresher < was.length && isSame(before.get(old), now.get(fresher));
  }

  private boolean follows(int record) {
    return record == 0 || now.get(record - 1).compareKey(now.get(record)) <= 0;
  }

  /** Whether a record is as it was. */
  private static boolean isSame(DeviceRecord before, DeviceRecord now) {
    return before.equals(now);
  }

  /** Whether the records of now are in the order of their keys; else nothing is known of them. */
  boolean isOrdered() {
    return ordered;
  }

  /** How many records came, went or changed; those that changed count twice. */
  int changed() {
    return fresh.cardinality() + gone.cardinality();
  }

  /** Where the record of that key was, or -1. */
  int was(int record) {
    return was[record];
  }

  /** Where the record of that key is now, or -1. */
  int is(int record) {
    return is[record];
  }

  /** The positions before of these records of now, and of all that are gone. */
  BitSet before(BitSet some) {
    BitSet found = (BitSet) gone.clone();
    for (int record = some.nextSetBit(0); record >= 0; record = some.nextSetBit(record + 1)) {
      if (was[record] >= 0) {
        found.set(was[record]);
      }
    }
    return found;
  }

  /** A flag by record of before, as it is now of those records that stayed. */
  BitSet moved(BitSet flags) {
    BitSet moved = new BitSet(was.length);
    for (int old = flags.nextSetBit(0); old >= 0; old = flags.nextSetBit(old + 1)) {
      if (is[old] >= 0) {
        moved.set(is[old]);
      }
    }
    return moved;
  }
}

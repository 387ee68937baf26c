package devicehub.matching;

import devicehub.decision.Answer;
import devicehub.device.DeviceRecord;
import devicehub.device.IdText;
import devicehub.device.OwnerClaim;
import devicehub.device.Person;
import devicehub.directory.Directory;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who owns each of a list of records, as keys to join on. A person found in the directory is one
 * key, whatever the claim; without one, each address or login with a domain stands for itself.
 */
final class Ownership {
  /** How far a record's claims lead. */
  enum Standing {
    /** Every claim the directory knows is the same person's. */
    PERSON,
    /** The directory knows none of the claims; addresses stand for themselves. */
    ADDRESS,
    /** A mailbox that is nobody's own. */
    SHARED,
    /** The claims are those of different people. */
    DISAGREE,
    NOBODY
  }

  private final int[] starts;
  private long[] keys;
  private final Standing[] standings;
  private int used;

  Ownership(List<DeviceRecord> records, Directory directory) {
    starts = new int[records.size() + 1];
    keys = new long[records.size() + 16];
    standings = new Standing[records.size()];
    for (int i = 0; i < records.size(); i++) {
      standings[i] = resolve(records.get(i), directory);
      starts[i + 1] = used;
    }
  }

  private Standing resolve(DeviceRecord record, Directory directory) {
    @Nullable Person person = null;
    boolean shared = false;
    int claims = record.ownerCount();
    for (int i = 0; i < (directory.isEmpty() ? 0 : claims); i++) {
      @Nullable Person found = directory.find(record.ownerKind(i), record.ownerHash(i));
      if (found == null) {
        continue;
      }
      if (found.shared()) {
        shared = true;
      } else if (person != null && person != found && !person.equals(found)) {
        return Standing.DISAGREE;
      } else {
        person = found;
      }
    }
    if (person != null) {
      add(IdText.hash(person.id()) * 31 + 7, used);
      return Standing.PERSON;
    }
    if (shared) {
      return Standing.SHARED;
    }
    int start = used;
    for (int i = 0; i < claims; i++) {
      OwnerClaim.Kind kind = record.ownerKind(i);
      boolean whole =
          kind == OwnerClaim.Kind.ADDRESS
              || (kind == OwnerClaim.Kind.LOGIN && record.owner(i).shown().indexOf('\\') > 0);
      if (whole) {
        add(record.ownerHash(i), start);
      }
    }
    return used == start ? Standing.NOBODY : Standing.ADDRESS;
  }

  private void add(long key, int start) {
    for (int i = start; i < used; i++) {
      if (keys[i] == key) {
        return;
      }
    }
    if (used == keys.length) {
      keys = Arrays.copyOf(keys, used + used / 2);
    }
    keys[used++] = key;
  }

  Standing standing(int record) {
    return standings[record];
  }

  int from(int record) {
    return starts[record];
  }

  int to(int record) {
    return starts[record + 1];
  }

  long key(int at) {
    return keys[at];
  }

  boolean known(int record) {
    return starts[record] < starts[record + 1];
  }

  /** Whether a record of this list and one of another belong to the same person. */
  Answer same(int record, Ownership others, int other) {
    if (!known(record) || !others.known(other)) {
      return Answer.UNKNOWN;
    }
    for (int i = from(record); i < to(record); i++) {
      for (int j = others.from(other); j < others.to(other); j++) {
        if (keys[i] == others.keys[j]) {
          return Answer.YES;
        }
      }
    }
    return Answer.NO;
  }
}

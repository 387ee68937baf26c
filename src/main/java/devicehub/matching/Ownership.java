package devicehub.matching;

import devicehub.decision.Answer;
import devicehub.device.DeviceRecord;
import devicehub.device.IdText;
import devicehub.device.OwnerClaim;
import devicehub.device.Person;
import devicehub.directory.Directory;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
      standings[i] = resolve(records.get(i).owners(), directory);
      starts[i + 1] = used;
    }
  }

  private Standing resolve(List<OwnerClaim> claims, Directory directory) {
    @Nullable Person person = null;
    boolean shared = false;
    for (OwnerClaim claim : directory.isEmpty() ? List.<OwnerClaim>of() : claims) {
      Optional<Person> found = directory.find(claim);
      if (found.isEmpty()) {
        continue;
      }
      if (found.get().shared()) {
        shared = true;
      } else if (person != null && !person.equals(found.get())) {
        return Standing.DISAGREE;
      } else {
        person = found.get();
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
    for (OwnerClaim claim : claims) {
      if (claim.kind() == OwnerClaim.Kind.ADDRESS) {
        add(IdText.hash(claim.shown()), start);
      } else if (claim.kind() == OwnerClaim.Kind.LOGIN && claim.shown().indexOf('\\') > 0) {
        add(IdText.hash(claim.comparable()), start);
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

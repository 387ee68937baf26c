package devicehub.matching;

import devicehub.decision.Answer;
import devicehub.device.DeviceRecord;
import devicehub.device.IdText;
import devicehub.device.KeyIndex;
import devicehub.device.OwnerClaim;
import devicehub.device.Person;
import devicehub.directory.Directory;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Who owns each of a list of records, as keys to join on. A person found in the directory is one
 * key, whatever the claim, and the first; each address that the directory does not know, and each
 * login with a domain if it knows nobody, stands for itself.
 */
final class Ownership {
  private static final long[] NONE = {};

  /** How far a record's claims lead. */
  enum Standing {
    /** Every claim the directory knows is the same person's. */
    PERSON,
    /** The directory knows none of the claims; addresses stand for themselves. */
    ADDRESS,
    /** A mailbox that is nobody's own. */
    SHARED,
    /** The claims are those of different people, who {@linkplain #same may still be told apart}. */
    DISAGREE,
    NOBODY
  }

  private final int[] starts;
  private long[] keys;
  private final Standing[] standings;
  private int used;

  /** By record the people whom its claims name, where these are several. */
  private final Map<Integer, long[]> persons = new HashMap<>();

  Ownership(List<DeviceRecord> records, Directory directory) {
    starts = new int[records.size() + 1];
    keys = new long[records.size() + 16];
    standings = new Standing[records.size()];
    for (int i = 0; i < records.size(); i++) {
      standings[i] = resolve(i, records.get(i), directory);
      starts[i + 1] = used;
    }
  }

  private Standing resolve(int at, DeviceRecord record, Directory directory) {
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
        persons.put(at, people(record, directory));
        return Standing.DISAGREE;
      } else {
        person = found;
      }
    }
    if (person != null) {
      add(key(person), used);
      addUnlisted(record, directory);
      return Standing.PERSON;
    }
    if (shared) {
      return Standing.SHARED;
    }
    long[] sharers = directory.isEmpty() ? NONE : people(record, directory);
    if (sharers.length > 0) {
      persons.put(at, sharers);
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

  /** Addresses that the directory does not know stand for themselves, beside the person. */
  private void addUnlisted(DeviceRecord record, Directory directory) {
    int start = used - 1;
    for (int i = 0; i < record.ownerCount(); i++) {
      OwnerClaim.Kind kind = record.ownerKind(i);
      if (kind == OwnerClaim.Kind.ADDRESS && !directory.knows(kind, record.ownerHash(i))) {
        add(record.ownerHash(i), start);
      }
    }
  }

  /** All the people whom the claims name, be it that several share one of them. */
  private static long[] people(DeviceRecord record, Directory directory) {
    Set<Person> people = new LinkedHashSet<>();
    for (int i = 0; i < record.ownerCount(); i++) {
      @Nullable Person found = directory.find(record.ownerKind(i), record.ownerHash(i));
      if (found == null) {
        people.addAll(directory.sharers(record.ownerKind(i), record.ownerHash(i)));
      } else {
        people.add(found);
      }
    }
    return people.stream().mapToLong(Ownership::key).toArray();
  }

  /** The key of all that is a person's. */
  static long key(Person person) {
    return IdText.hash(person.id()) * 31 + 7;
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

  /** Files a record under each of its owners. */
  void file(KeyIndex index, int record) {
    for (int at = from(record); at < to(record); at++) {
      index.put(keys[at], record);
    }
  }

  boolean known(int record) {
    return starts[record] < starts[record + 1];
  }

  /** Whether one of several known people owns the record, and the claims leave open which. */
  boolean isOneOfSeveral(int record) {
    return !persons.isEmpty() && persons.containsKey(record);
  }

  /** Whether a record of this list and one of another belong to the same person. */
  Answer same(int record, Ownership others, int other) {
    if (isOneOfSeveral(record) || others.isOneOfSeveral(other)) {
      return sameOfSeveral(record, others, other);
    }
    return known(record) && others.known(other) ? joined(record, others, other) : Answer.UNKNOWN;
  }

  private Answer joined(int record, Ownership others, int other) {
    boolean people =
        standings[record] == Standing.PERSON && others.standings[other] == Standing.PERSON;
    // Between two people nothing but their own keys counts, and these come first.
    int theirs = people ? others.from(other) + 1 : others.to(other);
    for (int i = from(record); i < to(record); i++) {
      for (int j = others.from(other); j < theirs; j++) {
        if (keys[i] == others.keys[j]) {
          return Answer.YES;
        }
      }
    }
    return Answer.NO;
  }

  private Answer sameOfSeveral(int record, Ownership others, int other) {
    long[] ours = people(record);
    long[] theirs = others.people(other);
    boolean peopleKnown = ours.length > 0 && theirs.length > 0;
    if (peopleKnown && !meet(ours, theirs)) {
      return Answer.NO;
    }
    Answer joined =
        known(record) && others.known(other) ? joined(record, others, other) : Answer.UNKNOWN;
    return peopleKnown && joined == Answer.NO ? Answer.UNKNOWN : joined;
  }

  /** The people who may own the record, as far as the directory knows any. */
  long[] people(int record) {
    if (standings[record] == Standing.PERSON) {
      return new long[] {keys[from(record)]};
    }
    return persons.getOrDefault(record, NONE);
  }

  private static boolean meet(long[] ours, long[] theirs) {
    return LongStream.of(ours).anyMatch(one -> LongStream.of(theirs).anyMatch(two -> one == two));
  }
}

package devicehub.directory;

import devicehub.device.DeviceRecord;
import devicehub.device.KeyIndex;
import devicehub.device.OwnerClaim;
import devicehub.device.OwnerClaim.Kind;
import devicehub.device.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the person behind a claim. A name that two people share finds nobody: the directory does
 * not guess either.
 *
 * <pre>
 *   ADDRESS jd@acme.example, LOGIN ACME\jdoe, NOTES_NAME Jane Doe/Sales/Acme  →  Jane Doe
 * </pre>
 */
public final class Directory {
  private static final int NOBODY = -1;

  /** An address with so many entries tells nothing of any person. */
  private static final int CROWD = 64;

  private static final Directory EMPTY = new Directory(List.of());

  private final List<Person> people;
  private final KeyIndex byClaim;

  private Directory(List<Person> people) {
    this.people = people;
    this.byClaim = new KeyIndex(people.size() * 4);
    for (int i = 0; i < people.size(); i++) {
      Person person = people.get(i);
      for (int claim = 0; claim < person.claimCount(); claim++) {
        if (person.claimKind(claim) != Kind.DISPLAY_NAME) {
          file(key(person.claimKind(claim), person.claimHash(claim)), i);
        }
      }
    }
  }

  private void file(long key, int person) {
    int at = byClaim.first(key);
    if (at < 0) {
      byClaim.put(key, person);
    } else if (byClaim.value(at) == NOBODY
        || !people.get(byClaim.value(at)).equals(people.get(person))) {
      byClaim.put(key, person);
      byClaim.put(key, NOBODY);
    }
  }

  /** The directory of a hub that has none: addresses then stand for themselves. */
  public static Directory empty() {
    return EMPTY;
  }

  public static Directory of(List<Person> people) {
    return people.isEmpty() ? EMPTY : new Directory(people);
  }

  /**
   * A directory that finds for the claims of some records whom the whole one does, and need not
   * know anybody else.
   */
  public static Directory forRecords(List<Person> people, List<List<DeviceRecord>> asking) {
    KeyIndex asked = new KeyIndex(16);
    for (List<DeviceRecord> records : people.isEmpty() ? List.<List<DeviceRecord>>of() : asking) {
      for (DeviceRecord record : records) {
        for (int claim = 0; claim < record.ownerCount(); claim++) {
          asked.put(key(record.ownerKind(claim), record.ownerHash(claim)), 0);
        }
      }
    }
    return of(people.stream().filter(person -> isNamed(person, asked)).toList());
  }

  private static boolean isNamed(Person person, KeyIndex asked) {
    for (int claim = 0; claim < person.claimCount(); claim++) {
      if (asked.contains(key(person.claimKind(claim), person.claimHash(claim)))) {
        return true;
      }
    }
    return false;
  }

  public boolean isEmpty() {
    return people.isEmpty();
  }

  public int size() {
    return people.size();
  }

  /** The one person who owns the claimed address or name. */
  public Optional<Person> find(OwnerClaim claim) {
    return isEmpty() || claim.kind() == Kind.DISPLAY_NAME
        ? Optional.empty()
        : Optional.ofNullable(find(claim.kind(), claim.hash()));
  }

  /** The one person who owns a claim of that {@linkplain OwnerClaim#hash hash}, or null. */
  public @Nullable Person find(Kind kind, long hash) {
    if (kind == Kind.DISPLAY_NAME) {
      return null;
    }
    int at = byClaim.first(key(kind, hash));
    return at < 0 || byClaim.value(at) == NOBODY ? null : people.get(byClaim.value(at));
  }

  /** Whether anybody has a claim of that hash, be it several people. */
  public boolean knows(Kind kind, long hash) {
    return kind != Kind.DISPLAY_NAME && byClaim.contains(key(kind, hash));
  }

  /** Those who share a claim of that hash; nobody where it is one person's, or a crowd's. */
  public List<Person> sharers(Kind kind, long hash) {
    long key = key(kind, hash);
    int at = kind == Kind.DISPLAY_NAME ? -1 : byClaim.first(key);
    if (at < 0 || byClaim.value(at) != NOBODY || byClaim.count(key, CROWD) == CROWD) {
      return List.of();
    }
    List<Person> sharers = new ArrayList<>();
    for (; at >= 0; at = byClaim.next(at)) {
      if (byClaim.value(at) != NOBODY) {
        sharers.add(people.get(byClaim.value(at)));
      }
    }
    return sharers;
  }

  /** Addresses and logins live side by side, since a UPN may be either. */
  private static long key(Kind kind, long hash) {
    return switch (kind) {
      case ADDRESS, LOGIN -> hash;
      case NOTES_NAME -> hash * 31 + 1;
      case DIRECTORY_NAME, DISPLAY_NAME -> hash * 31 + 2;
    };
  }
}

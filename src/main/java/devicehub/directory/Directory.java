package devicehub.directory;

import devicehub.device.OwnerClaim;
import devicehub.device.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private static final Person NOBODY = new Person("", "", List.of(), true);
  private static final Directory EMPTY = new Directory(List.of());

  private final Map<String, Person> byClaim;
  private final int people;

  private Directory(List<Person> people) {
    this.people = people.size();
    this.byClaim = new HashMap<>(people.size() * 4);
    for (Person person : people) {
      for (OwnerClaim claim : person.claims()) {
        if (claim.kind() != OwnerClaim.Kind.DISPLAY_NAME) {
          byClaim.merge(key(claim), person, (a, b) -> a.equals(b) ? a : NOBODY);
        }
      }
    }
  }

  /** The directory of a hub that has none: addresses then stand for themselves. */
  public static Directory empty() {
    return EMPTY;
  }

  public static Directory of(List<Person> people) {
    return people.isEmpty() ? EMPTY : new Directory(people);
  }

  public boolean isEmpty() {
    return people == 0;
  }

  public int size() {
    return people;
  }

  /** The one person who owns the claimed address or name. */
  public Optional<Person> find(OwnerClaim claim) {
    if (byClaim.isEmpty() || claim.kind() == OwnerClaim.Kind.DISPLAY_NAME) {
      return Optional.empty();
    }
    @Nullable Person person = byClaim.get(key(claim));
    return person == null || person == NOBODY ? Optional.empty() : Optional.of(person);
  }

  /** Addresses and logins live side by side, since a UPN may be either. */
  private static String key(OwnerClaim claim) {
    return switch (claim.kind()) {
      case ADDRESS, LOGIN -> "a:" + claim.comparable();
      case NOTES_NAME -> "n:" + claim.comparable();
      case DIRECTORY_NAME, DISPLAY_NAME -> "d:" + claim.comparable();
    };
  }
}

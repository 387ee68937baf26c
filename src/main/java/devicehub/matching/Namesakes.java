package devicehub.matching;

import devicehub.device.DeviceRecord;
import devicehub.device.IdText;
import devicehub.device.KeyIndex;
import devicehub.device.Likeness;
import devicehub.device.OwnerClaim;
import java.util.BitSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Guesses, for a suggestion only, under which address somebody enrolled whose mail address leads
 * nowhere: the same name before the at sign, and a device that would fit and has room.
 */
final class Namesakes {
  /** So many enrolments of one name are not one person's: no guess is made of them. */
  private static final int MANY = 64;

  private static final int SHORTEST = 3;
  private static final int WANTED_BITS = 20;

  private final Lineup lineup;
  private final Verdicts verdicts;
  private final KeyIndex byName = new KeyIndex(1024);
  private final KeyIndex undecided = new KeyIndex(1024);

  /** Files the enrolments whose names some record has that is not merged: those are few. */
  Namesakes(Lineup lineup, Verdicts verdicts) {
    this.lineup = lineup;
    this.verdicts = verdicts;
    BitSet wanted = new BitSet(1 << WANTED_BITS);
    for (int mail = 0; mail < lineup.mails.size(); mail++) {
      if (!verdicts.merged(mail)) {
        long hash = IdText.hash(name(lineup.mails.get(mail)));
        wanted.set(slot(hash));
        undecided.put(hash, mail);
      }
    }
    for (int i = 0; i < lineup.enrollments.size(); i++) {
      String name = name(lineup.enrollments.get(i));
      long hash = IdText.hash(name);
      if (tells(name) && wanted.get(slot(hash))) {
        byName.put(hash, i);
      }
    }
  }

  private static int slot(long hash) {
    return (int) (hash >>> (Long.SIZE - WANTED_BITS));
  }

  /**
   * The one enrolled address like the record's; empty where there is none or several, or where the
   * directory knows the record's owner already, who is not to become another.
   */
  Optional<String> addressLike(int mail) {
    DeviceRecord record = lineup.mails.get(mail);
    String name = name(record);
    long hash = IdText.hash(name);
    boolean listed =
        switch (lineup.mailed.owners.standing(mail)) {
          case PERSON, SHARED, DISAGREE -> true;
          case ADDRESS, NOBODY -> false;
        };
    if (listed || !tells(name) || byName.count(hash, MANY) == MANY) {
      return Optional.empty();
    }
    Set<String> addresses = new TreeSet<>();
    for (int at = byName.first(hash); at >= 0; at = byName.next(at)) {
      int device = byName.value(at);
      DeviceRecord enrollment = lineup.enrollments.get(device);
      if (lineup.enrolled.devices.leads(device)
          && lineup.enrolled.devices.enrolled(device)
          && !verdicts.placeWouldBeTaken(device, mail)
          && enrollment.hardware().comparePlatform(record.hardware()) != Likeness.DIFFERENT
          && enrollment.hardware().compareModel(record.hardware()) != Likeness.DIFFERENT) {
        addresses.add(enrollment.owner());
      }
    }
    addresses.remove(record.owner());
    return addresses.size() == 1 ? addresses.stream().findFirst() : Optional.empty();
  }

  /** The undecided records of a record's name, into a list; none where there are many. */
  void undecided(int mail, Ints into) {
    long hash = IdText.hash(name(lineup.mails.get(mail)));
    boolean few = undecided.count(hash, MANY) < MANY;
    for (int at = undecided.first(hash); at >= 0 && few; at = undecided.next(at)) {
      into.add(undecided.value(at));
    }
  }

  /** What stands before the at sign, or a Notes name's common name as {@code first.last}. */
  static String name(DeviceRecord record) {
    for (int claim = 0; claim < record.ownerCount(); claim++) {
      OwnerClaim.Kind kind = record.ownerKind(claim);
      if (kind == OwnerClaim.Kind.ADDRESS) {
        String shown = record.owner(claim).comparable();
        return shown.substring(0, shown.indexOf('@'));
      }
      if (kind == OwnerClaim.Kind.NOTES_NAME) {
        String shown = record.owner(claim).comparable();
        return shown.substring(0, Math.max(0, shown.indexOf('/'))).replace(' ', '.');
      }
    }
    return "";
  }

  /** Whether a name is long enough to guess from. */
  static boolean tells(String name) {
    return name.length() >= SHORTEST;
  }
}

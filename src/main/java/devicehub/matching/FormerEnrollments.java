package devicehub.matching;

import devicehub.device.DeviceRecord;
import devicehub.device.KeyIndex;
import devicehub.device.Lifecycle;
import java.util.ArrayList;
import java.util.List;

/** What was enrolled for somebody and owns nothing now, and why. */
final class FormerEnrollments {
  private static final int MOST = 3;

  private final Lineup lineup;

  FormerEnrollments(Lineup lineup) {
    this.lineup = lineup;
  }

  /** Those of a mail record's owner, in words; empty where there are none. */
  String of(int mail) {
    Ints former = new Ints();
    Ownership owners = lineup.mailed.owners;
    for (int at = owners.from(mail); at < owners.to(mail); at++) {
      KeyIndex index = lineup.enrolled.formerByOwner;
      for (int e = index.first(owners.key(at)); e >= 0 && former.size() < MOST; e = index.next(e)) {
        if (!former.contains(index.value(e))) {
          former.add(index.value(e));
        }
      }
    }
    List<String> told = new ArrayList<>();
    for (int i = 0; i < former.size(); i++) {
      told.add(former(former.get(i)));
    }
    return String.join("; ", told);
  }

  /** An earlier enrolment of a device that was for the owner of a mail record, in a sentence. */
  String ofDevice(int device, int mail) {
    Ownership owners = lineup.mailed.owners;
    for (int at = owners.from(mail); at < owners.to(mail); at++) {
      KeyIndex index = lineup.enrolled.formerByOwner;
      for (int e = index.first(owners.key(at)); e >= 0; e = index.next(e)) {
        if (lineup.enrolled.devices.leader(index.value(e)) == device && index.value(e) != device) {
          return " The device was enrolled for "
              + lineup.mails.get(mail).owner()
              + " as "
              + lineup.enrollments.get(index.value(e)).key()
              + " before.";
        }
      }
    }
    return "";
  }

  /** Whether an earlier enrolment of the device would lead it, once the one that leads retires. */
  boolean isOneToStepIn(int device) {
    Ownership owners = lineup.enrolled.owners;
    for (int at = owners.from(device); at < owners.to(device); at++) {
      KeyIndex index = lineup.enrolled.formerByOwner;
      for (int e = index.first(owners.key(at)); e >= 0; e = index.next(e)) {
        int earlier = index.value(e);
        if (earlier != device
            && lineup.enrolled.devices.leader(earlier) == device
            && lineup.enrollments.get(earlier).lifecycle() == Lifecycle.ACTIVE) {
          return true;
        }
      }
    }
    return false;
  }

  private String former(int enrollment) {
    DeviceRecord one = lineup.enrollments.get(enrollment);
    int leader = lineup.enrolled.devices.leader(enrollment);
    String why =
        lineup.standing.isExcluded(one)
            ? "excluded"
            : leader == enrollment
                ? "retired"
                : "superseded by " + lineup.enrollments.get(leader).key();
    return one.key() + " is " + why;
  }
}

package devicehub.matching;

import devicehub.device.DeviceRecord;
import devicehub.device.IdText;
import devicehub.device.KeyIndex;
import devicehub.device.Likeness;
import devicehub.device.OwnerClaim;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Guesses, for a suggestion only, under which address somebody enrolled whose mail address leads
 * nowhere: the same name before the at sign, and a device that would fit.
 */
final class Namesakes {
  private final Lineup lineup;

  Namesakes(Lineup lineup) {
    this.lineup = lineup;
  }

  /** The one enrolled address like the record's; empty where there is none or several. */
  Optional<String> addressLike(int mail) {
    DeviceRecord record = lineup.mails.get(mail);
    String name = name(record);
    if (name.length() < 3) {
      return Optional.empty();
    }
    Set<String> addresses = new TreeSet<>();
    KeyIndex byName = lineup.enrollmentsByName();
    for (int at = byName.first(IdText.hash(name)); at >= 0; at = byName.next(at)) {
      int device = lineup.devices.leader(byName.value(at));
      DeviceRecord enrollment = lineup.enrollments.get(device);
      if (lineup.devices.enrolled(device)
          && enrollment.hardware().comparePlatform(record.hardware()) != Likeness.DIFFERENT
          && enrollment.hardware().compareModel(record.hardware()) != Likeness.DIFFERENT) {
        addresses.add(enrollment.owner());
      }
    }
    addresses.remove(record.owner());
    return addresses.size() == 1 ? addresses.stream().findFirst() : Optional.empty();
  }

  /** What stands before the at sign, or a Notes name's common name as {@code first.last}. */
  static String name(DeviceRecord record) {
    for (OwnerClaim claim : record.owners()) {
      String shown = claim.comparable();
      if (claim.kind() == OwnerClaim.Kind.ADDRESS) {
        return shown.substring(0, shown.indexOf('@'));
      }
      if (claim.kind() == OwnerClaim.Kind.NOTES_NAME) {
        return shown.substring(0, Math.max(0, shown.indexOf('/'))).replace(' ', '.');
      }
    }
    return "";
  }

  static KeyIndex index(List<DeviceRecord> enrollments) {
    KeyIndex byName = new KeyIndex(enrollments.size());
    for (int i = 0; i < enrollments.size(); i++) {
      String name = name(enrollments.get(i));
      if (name.length() >= 3) {
        byName.put(IdText.hash(name), i);
      }
    }
    return byName;
  }
}

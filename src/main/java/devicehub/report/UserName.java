package devicehub.report;

import devicehub.device.DeviceRecord;
import devicehub.device.IdText;
import devicehub.device.OwnerClaim;
import devicehub.device.OwnerClaim.Kind;
import devicehub.device.Person;
import java.util.List;
import java.util.Optional;

/**
 * How a report names a user.
 *
 * <pre>
 *   jdoe                         jane.doe@acme.example   a login and an address
 *   jane.doe                     jane.doe@acme.example   no login known
 *   CN=Jane Doe/OU=Sales/O=Acme  (no address known)
 * </pre>
 */
record UserName(String username, String email) {

  /** The directory's address comes first, then the record's; the record's login comes first. */
  static UserName of(DeviceRecord record, Optional<Person> person) {
    List<OwnerClaim> known = person.map(Person::claims).orElse(List.of());
    String email =
        person
            .map(Person::id)
            .filter(id -> OwnerClaim.of(id).kind() == Kind.ADDRESS)
            .or(() -> first(Kind.ADDRESS, known))
            .or(() -> first(Kind.ADDRESS, record.owners()))
            .map(IdText::fold)
            .orElse("");
    String username =
        first(Kind.LOGIN, record.owners())
            .or(() -> first(Kind.LOGIN, known))
            .orElse(email.isEmpty() ? record.owner() : email.substring(0, email.indexOf('@')));
    return new UserName(username, email);
  }

  private static Optional<String> first(Kind kind, List<OwnerClaim> claims) {
    for (OwnerClaim claim : claims) {
      if (claim.kind() == kind) {
        return Optional.of(claim.shown());
      }
    }
    return Optional.empty();
  }
}

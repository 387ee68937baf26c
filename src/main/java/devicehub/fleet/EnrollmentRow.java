package devicehub.fleet;

import java.util.List;

/**
 * One enrolment as the MDM shows it, filled in by a {@link Trick} while its {@link Household} is
 * made and only read afterwards. Empty text is an unset field.
 */
final class EnrollmentRow {
  /** What the MDM thinks of the device, in MaaS360's words. */
  enum Status {
    ENROLLED("Enrolled"),
    CONTROL_REMOVED("Control Removed"),
    USER_REMOVED_CONTROL("User Removed Control"),
    NOT_ENROLLED("Not Enrolled");

    final String text;

    Status(String text) {
      this.text = text;
    }
  }

  final Phone phone;
  final String maasId;
  final String intuneId;
  String displayName = "";
  String username = "";
  String userDomain = "";
  String email = "";
  String upn = "";
  String manufacturer = "";
  String model = "";
  String serial = "";
  String imei = "";
  String easId = "";
  String os = "";
  Status status = Status.ENROLLED;
  long enrolledAt;
  long lastReported;

  /** Small per-row choices of spelling, such as a number or the same number in quotes. */
  int style;

  Outcome outcome = Outcome.UNMATCHED_OK;
  List<Reason> reasons = List.of();
  EnrollmentRow leader = this;

  EnrollmentRow(Phone phone, String maasId, String intuneId) {
    this.phone = phone;
    this.maasId = maasId;
    this.intuneId = intuneId;
  }

  String id(Shape shape) {
    return shape == Shape.MAAS360 ? maasId : intuneId;
  }

  /** Intune forgets a device once it is retired; MaaS360 goes on listing it. */
  boolean shownBy(Shape shape) {
    return shape == Shape.MAAS360 || !retired();
  }

  boolean retired() {
    return status == Status.CONTROL_REMOVED || status == Status.USER_REMOVED_CONTROL;
  }
}

package devicehub.fleet;

import static devicehub.fleet.Decidable.ATTRIBUTES;
import static devicehub.fleet.Decidable.EXACT_ID;

import devicehub.fleet.EnrollmentRow.Status;
import devicehub.fleet.MailRow.Server;
import java.util.List;

/** Records outlive what they stand for: resets, replacements, re-enrolments, probes. */
final class LifeTricks {
  private LifeTricks() {}

  static void stalePartnership(Scene scene) {
    Person owner = scene.person();
    Phone phone = scene.phone(Handsets.PHONES);
    EnrollmentRow enrollment = scene.enroll(owner, phone);
    MailRow old = scene.nativeMail(owner, phone);
    MailRow live = scene.nativeMail(owner, phone);
    // A reset phone comes back with a new id of the same kind.
    if (old.deviceId.equals(live.deviceId)) {
      old.deviceId = Unique.androidc(phone.number() * 4 + 2);
    }
    scene.silence(old);
    boolean known = scene.dice.oneIn(2);
    if (known) {
      enrollment.easId = live.deviceId;
    }
    scene.merged(live, enrollment, known ? EXACT_ID : ATTRIBUTES);
    scene.exception(old, List.of(enrollment), Reason.STALE_PARTNERSHIP);
  }

  static void oldPhoneLeft(Scene scene) {
    Person owner = scene.person();
    Handset handset = scene.dice.any(Handsets.IPHONES);
    Phone old = scene.phone(handset);
    Phone phone = scene.phone(Handsets.without(Handsets.IPHONES, handset));
    retire(scene, scene.enroll(owner, old));
    MailRow left = scene.nativeMail(owner, old);
    scene.silence(left);
    scene.merged(scene.nativeMail(owner, phone), scene.enroll(owner, phone), ATTRIBUTES);
    scene.exception(left, List.of(), Reason.STALE_PARTNERSHIP, Reason.MODEL_CONTRADICTS);
  }

  static void reenrolled(Scene scene) {
    Person owner = scene.person();
    Phone phone = scene.phone(Handsets.ANDROIDS);
    EnrollmentRow old = scene.enroll(owner, phone);
    EnrollmentRow now = newer(scene, owner, old);
    retire(scene, old);
    old.outcome = Outcome.SUPERSEDED;
    old.leader = now;
    mailFor(scene, owner, now);
  }

  static void duplicateEnrollment(Scene scene) {
    Person owner = scene.person();
    Phone phone = scene.phone(Handsets.ANDROIDS);
    EnrollmentRow old = scene.enroll(owner, phone);
    EnrollmentRow now = newer(scene, owner, old);
    old.outcome = Outcome.EXCEPTION;
    old.reasons = List.of(Reason.DUPLICATE_ENROLLMENT);
    old.leader = now;
    mailFor(scene, owner, now);
  }

  private static EnrollmentRow newer(Scene scene, Person owner, EnrollmentRow old) {
    EnrollmentRow now = scene.enroll(owner, old.phone);
    now.enrolledAt = scene.asOf - scene.dice.between(5, 20) * Scene.DAY;
    old.lastReported = now.enrolledAt - scene.dice.between(1, 9) * Scene.DAY;
    return now;
  }

  private static void mailFor(Scene scene, Person owner, EnrollmentRow enrollment) {
    MailRow mail = scene.nativeMail(owner, enrollment.phone);
    boolean known = scene.dice.oneIn(2);
    if (known) {
      enrollment.easId = mail.deviceId;
    }
    scene.merged(mail, enrollment, known ? EXACT_ID : ATTRIBUTES);
  }

  static void retiredEnrollment(Scene scene) {
    Person owner = scene.person();
    Phone phone = scene.phone(Handsets.ALL);
    retire(scene, scene.enroll(owner, phone));
    scene.exception(scene.nativeMail(owner, phone), List.of(), Reason.OWNER_HAS_NO_ENROLLMENT);
  }

  private static void retire(Scene scene, EnrollmentRow row) {
    row.status = scene.dice.oneIn(3) ? Status.USER_REMOVED_CONTROL : Status.CONTROL_REMOVED;
    row.lastReported =
        Math.min(row.lastReported, scene.asOf - scene.dice.between(10, 25) * Scene.DAY);
    row.outcome = Outcome.IGNORED;
  }

  static void enrolledWithoutMail(Scene scene) {
    scene.enroll(scene.person(), scene.phone(Handsets.ALL));
  }

  /** The MDM's list shows a phone it knows only from the mail server, under its mail id. */
  static void mailOnlyRow(Scene scene) {
    Person owner = scene.person();
    Phone phone = scene.phone(Handsets.OTHER_PHONES);
    MailRow mail = scene.nativeMail(owner, phone);
    mail.deviceId = Unique.androidc(phone.number() * 4);
    EnrollmentRow row = scene.listed(owner, phone, mail.deviceId);
    row.status = Status.NOT_ENROLLED;
    row.outcome = Outcome.IGNORED;
    row.serial = "";
    row.imei = "";
    row.manufacturer = "";
    scene.exception(mail, List.of(), Reason.OWNER_HAS_NO_ENROLLMENT);
  }

  static void healthProbe(Scene scene) {
    Phone none = scene.phone(Handsets.IPHONES);
    String name = "HealthMailbox" + scene.dice.hex(32);
    Person probe = new Person(name + "@acme.example", List.of(), "", "", "", name, true);
    MailRow row = scene.mail(Server.EXCHANGE, probe, none);
    row.mailbox = probe.mail();
    boolean exchange = scene.dice.oneIn(2);
    row.deviceId = exchange ? "EASProbeDeviceId141" : "TestActiveSyncConnectivity";
    row.type = exchange ? "EASProbeDeviceType" : "TestActiveSyncConnectivity";
    row.outcome = Outcome.IGNORED;
  }
}

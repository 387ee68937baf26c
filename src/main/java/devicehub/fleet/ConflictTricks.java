package devicehub.fleet;

import static devicehub.fleet.Decidable.EXACT_ID;

import devicehub.fleet.MailRow.Server;
import java.util.List;

/** What agrees in one thing contradicts in another: rogue ids, and phones nobody enrolled. */
final class ConflictTricks {
  private ConflictTricks() {}

  static void rogueOtherHardware(Scene scene) {
    MailRow victim = victim(scene);
    Person rogue = scene.person();
    MailRow mail = scene.nativeMail(rogue, scene.phone(Handsets.ANDROID_PHONES));
    mail.deviceId = victim.deviceId;
    mail.imei = "";
    scene.exception(mail, victim.candidates, Reason.ID_CONFLICT);
  }

  /** What the records show is what a delegate's phone shows: two people, one id, one model. */
  static void rogueSameHardware(Scene scene) {
    MailRow victim = victim(scene);
    Person rogue = scene.person();
    Phone phone = scene.phone(victim.phone.handset());
    MailRow mail = Scene.copy(scene.mail(Server.EXCHANGE, rogue, phone), victim);
    scene.exception(mail, victim.candidates, Reason.ID_CONFLICT);
  }

  static void rogueBlank(Scene scene) {
    MailRow victim = victim(scene);
    Person rogue = scene.person();
    MailRow mail = scene.mail(Server.EXCHANGE, rogue, scene.phone(Handsets.PHONES));
    mail.deviceId = victim.deviceId;
    mail.type = "EAS";
    scene.exception(mail, victim.candidates, Reason.ID_CONFLICT);
  }

  private static MailRow victim(Scene scene) {
    Person owner = scene.person();
    Phone phone = scene.phone(Handsets.IPHONES);
    EnrollmentRow enrollment = scene.enroll(owner, phone);
    MailRow mail = scene.nativeMail(owner, phone);
    enrollment.easId = mail.deviceId;
    scene.merged(mail, enrollment, EXACT_ID);
    return mail;
  }

  static void unenrolled(Scene scene) {
    Person owner = scene.person();
    Phone phone = scene.phone(Handsets.ALL);
    MailRow mail =
        scene.dice.oneIn(3) ? scene.outlook(owner, phone) : scene.nativeMail(owner, phone);
    scene.exception(mail, List.of(), Reason.OWNER_HAS_NO_ENROLLMENT);
  }

  static void otherMaker(Scene scene) {
    beside(scene, Handsets.GALAXY_PHONES, Handsets.OTHER_PHONES, Reason.MANUFACTURER_DIFFERS);
  }

  static void otherForm(Scene scene) {
    beside(scene, Handsets.IPADS, Handsets.IPHONES, Reason.PLATFORM_OR_FORM_DIFFERS);
  }

  static void otherModel(Scene scene) {
    Handset handset = scene.dice.any(Handsets.IPHONES);
    beside(
        scene,
        List.of(handset),
        Handsets.without(Handsets.IPHONES, handset),
        Reason.MODEL_CONTRADICTS);
  }

  private static void beside(
      Scene scene, List<Handset> enrolled, List<Handset> personal, Reason reason) {
    Person owner = scene.person();
    enrolled(scene, owner, scene.dice.any(enrolled));
    scene.exception(scene.nativeMail(owner, scene.phone(personal)), List.of(), reason);
  }

  static void otherPlatform(Scene scene) {
    Person owner = scene.person();
    enrolled(scene, owner, scene.dice.any(Handsets.IPHONES));
    scene.exception(
        scene.outlook(owner, scene.phone(Handsets.ANDROID_PHONES)),
        List.of(),
        Reason.PLATFORM_OR_FORM_DIFFERS);
  }

  /** Half of them read mail under a known id, half not at all. */
  private static void enrolled(Scene scene, Person owner, Handset handset) {
    Phone phone = scene.phone(handset);
    EnrollmentRow enrollment = scene.enroll(owner, phone);
    if (scene.dice.oneIn(2)) {
      MailRow mail = scene.nativeMail(owner, phone);
      enrollment.easId = mail.deviceId;
      scene.merged(mail, enrollment, EXACT_ID);
    }
  }

  static void secondPhoneSameModel(Scene scene) {
    MailRow known = victim(scene);
    MailRow mail = scene.nativeMail(scene.people().get(0), scene.phone(known.phone.handset()));
    scene.exception(mail, List.of(), Reason.AMBIGUOUS_ATTRIBUTES, Reason.OWNER_HAS_NO_ENROLLMENT);
  }
}

package devicehub.fleet;

import static devicehub.fleet.Decidable.ATTRIBUTES;
import static devicehub.fleet.Decidable.EXACT_ID;

import java.util.List;

/** Who owns a record is written in one more way, or nowhere. */
final class OwnerTricks {
  private OwnerTricks() {}

  static void alias(Scene scene) {
    Person owner = scene.person();
    Phone phone = scene.phone(Handsets.ALL);
    EnrollmentRow enrollment = scene.enroll(owner, phone);
    enrollment.email = scene.dice.any(owner.aliases());
    enrollment.username = enrollment.email;
    scene.merged(scene.nativeMail(owner, phone), enrollment, ATTRIBUTES);
  }

  static void upn(Scene scene) {
    Person owner = scene.person();
    Phone phone = scene.phone(Handsets.ALL);
    EnrollmentRow enrollment = scene.enroll(owner, phone);
    enrollment.email = owner.upn();
    enrollment.username = owner.upn();
    scene.merged(scene.nativeMail(owner, phone), enrollment, ATTRIBUTES);
  }

  static void domainUser(Scene scene) {
    Person owner = scene.person();
    Phone phone = scene.phone(Handsets.ALL);
    EnrollmentRow enrollment = scene.enroll(owner, phone);
    enrollment.email = "";
    if (scene.dice.oneIn(2)) {
      enrollment.username = Person.DOMAIN + "\\" + owner.account();
      enrollment.userDomain = "";
    } else {
      enrollment.userDomain = Person.DOMAIN;
    }
    scene.merged(scene.nativeMail(owner, phone), enrollment, ATTRIBUTES);
  }

  static void notesName(Scene scene) {
    Person owner = scene.person();
    Phone phone = scene.phone(Handsets.APPLES);
    MailRow mail = scene.travelerMail(owner, phone);
    if (scene.dice.oneIn(3)) {
      mail.mailbox = owner.abbreviatedNotesName();
    }
    scene.merged(mail, scene.enroll(owner, phone), ATTRIBUTES);
  }

  static void sharedMailbox(Scene scene) {
    Person owner = scene.person();
    Person team = scene.sharedMailbox();
    Phone phone = scene.phone(Handsets.PHONES);
    EnrollmentRow enrollment = scene.enroll(owner, phone);
    MailRow own = scene.nativeMail(owner, phone);
    enrollment.easId = own.deviceId;
    scene.merged(own, enrollment, EXACT_ID);
    scene.merged(scene.alsoIn(team, own), enrollment, EXACT_ID);
  }

  static void sharedMailboxWithoutId(Scene scene) {
    Person owner = scene.person();
    Person team = scene.sharedMailbox();
    Phone phone = scene.phone(Handsets.PHONES);
    MailRow own = scene.nativeMail(owner, phone);
    scene.merged(own, scene.enroll(owner, phone), ATTRIBUTES);
    scene.exception(
        scene.alsoIn(team, own), List.of(), Reason.NO_OWNER, Reason.OWNER_HAS_NO_ENROLLMENT);
  }

  static void delegate(Scene scene) {
    Person assistant = scene.person();
    Person boss = scene.person();
    Phone phone = scene.phone(Handsets.PHONES);
    EnrollmentRow enrollment = scene.enroll(assistant, phone);
    MailRow own = scene.nativeMail(assistant, phone);
    enrollment.easId = own.deviceId;
    scene.merged(own, enrollment, EXACT_ID);
    // Whether boss or stranger reads this mail, the records cannot tell; so people must.
    scene.exception(scene.alsoIn(boss, own), List.of(enrollment), Reason.ID_CONFLICT);
  }

  static void nobody(Scene scene) {
    Person stranger = scene.stranger();
    Phone phone = scene.phone(Handsets.APPLES);
    if (scene.dice.oneIn(2)) {
      scene.exception(scene.travelerMail(stranger, phone), List.of(), Reason.NO_OWNER);
    } else {
      // Without a directory any address is an owner, and this one has enrolled nothing.
      scene.exception(
          scene.nativeMail(stranger, phone),
          List.of(),
          Reason.NO_OWNER,
          Reason.OWNER_HAS_NO_ENROLLMENT);
    }
  }

  /**
   * A record with a display name and nothing else, beside an enrolled phone of a person so named.
   */
  static void namesake(Scene scene) {
    Person owner = scene.person();
    Phone phone = scene.phone(Handsets.ALL);
    scene.enroll(owner, phone);
    MailRow mail = scene.nativeMail(owner, scene.phone(phone.handset()));
    mail.mailbox = "";
    mail.identityName = "";
    scene.exception(mail, List.of(), Reason.NO_OWNER);
  }
}

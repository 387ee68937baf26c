package devicehub.fleet;

import static devicehub.fleet.Decidable.ATTRIBUTES;
import static devicehub.fleet.Decidable.EXACT_ID;
import static devicehub.fleet.Decidable.OWNER_PLATFORM;

import java.util.List;

/**
 * No identifier in common: owner, maker, form factor, platform and model must decide, or cannot.
 */
final class AttributeTricks {
  private AttributeTricks() {}

  static void oneDevice(Scene scene) {
    Person owner = scene.person();
    Phone phone = scene.phone(Handsets.ALL);
    scene.merged(scene.nativeMail(owner, phone), scene.enroll(owner, phone), ATTRIBUTES);
  }

  static void phoneAndTablet(Scene scene) {
    boolean apple = scene.dice.oneIn(2);
    pairs(
        scene,
        scene.dice.any(apple ? Handsets.IPHONES : Handsets.GALAXY_PHONES),
        scene.dice.any(apple ? Handsets.IPADS : Handsets.GALAXY_TABS));
  }

  static void twoMakers(Scene scene) {
    pairs(scene, scene.dice.any(Handsets.GALAXY_PHONES), scene.dice.any(Handsets.OTHER_PHONES));
  }

  static void modelBreaksTie(Scene scene) {
    List<Handset> models = scene.dice.oneIn(2) ? Handsets.IPHONES : Handsets.GALAXY_PHONES;
    Handset first = scene.dice.any(models);
    pairs(scene, first, scene.dice.any(Handsets.without(models, first)));
  }

  private static void pairs(Scene scene, Handset... handsets) {
    Person owner = scene.person();
    for (Handset handset : handsets) {
      Phone phone = scene.phone(handset);
      scene.merged(scene.nativeMail(owner, phone), scene.enroll(owner, phone), ATTRIBUTES);
    }
  }

  static void sparse(Scene scene) {
    Person owner = scene.person();
    Phone phone = scene.phone(Handsets.ALL);
    EnrollmentRow enrollment = scene.enroll(owner, phone);
    if (phone.ios() && scene.dice.oneIn(2)) {
      enrollment.model = phone.handset().tablet() ? "iPad" : "iPhone";
    } else {
      enrollment.manufacturer = "";
    }
    scene.merged(scene.nativeMail(owner, phone), enrollment, ATTRIBUTES);
  }

  static void systemLags(Scene scene) {
    Person owner = scene.person();
    Phone phone = scene.phone(Handsets.APPLES);
    MailRow mail = scene.nativeMail(owner, phone);
    MailClients.fillAppleSystem(mail, Systems.before(phone.os()));
    scene.merged(mail, scene.enroll(owner, phone), ATTRIBUTES);
  }

  static void quietPhone(Scene scene) {
    Person owner = scene.person();
    Phone phone = scene.phone(Handsets.ALL);
    EnrollmentRow enrollment = scene.enroll(owner, phone);
    MailRow mail = scene.nativeMail(owner, phone);
    scene.silence(mail);
    enrollment.lastReported = mail.lastSync;
    scene.merged(mail, enrollment, ATTRIBUTES);
  }

  static void outlookAndNative(Scene scene) {
    Person owner = scene.person();
    Phone phone = scene.phone(Handsets.PHONES);
    EnrollmentRow enrollment = scene.enroll(owner, phone);
    MailRow mail = scene.nativeMail(owner, phone);
    boolean known = scene.dice.oneIn(2);
    if (known) {
      enrollment.easId = mail.deviceId;
    }
    scene.merged(mail, enrollment, known ? EXACT_ID : ATTRIBUTES);
    scene.merged(scene.outlook(owner, phone), enrollment, OWNER_PLATFORM);
  }

  static void outlookOnly(Scene scene) {
    Person owner = scene.person();
    Phone phone = scene.phone(Handsets.PHONES);
    scene.merged(scene.outlook(owner, phone), scene.enroll(owner, phone), OWNER_PLATFORM);
  }

  static void outlookTwoPlatforms(Scene scene) {
    Person owner = scene.person();
    for (Handset handset :
        List.of(scene.dice.any(Handsets.IPHONES), scene.dice.any(Handsets.ANDROID_PHONES))) {
      Phone phone = scene.phone(handset);
      scene.merged(scene.outlook(owner, phone), scene.enroll(owner, phone), OWNER_PLATFORM);
    }
  }

  static void outlookOnePlatform(Scene scene) {
    Person owner = scene.person();
    Phone phone = scene.phone(Handsets.IPHONES);
    Phone tablet = scene.phone(Handsets.IPADS);
    List<EnrollmentRow> both = List.of(scene.enroll(owner, phone), scene.enroll(owner, tablet));
    scene.exception(scene.outlook(owner, phone), both, Reason.AMBIGUOUS_ATTRIBUTES);
  }

  static void twins(Scene scene) {
    Person owner = scene.person();
    Handset handset = scene.dice.any(Handsets.PHONES);
    Phone first = scene.phone(handset);
    Phone second = scene.phone(handset);
    List<EnrollmentRow> both = List.of(scene.enroll(owner, first), scene.enroll(owner, second));
    scene.exception(scene.nativeMail(owner, first), both, Reason.AMBIGUOUS_ATTRIBUTES);
    if (!scene.dice.oneIn(3)) {
      scene.exception(scene.nativeMail(owner, second), both, Reason.AMBIGUOUS_ATTRIBUTES);
    }
  }

  static void twinsOneKnown(Scene scene) {
    Person owner = scene.person();
    Handset handset = scene.dice.any(Handsets.PHONES);
    Phone first = scene.phone(handset);
    Phone second = scene.phone(handset);
    EnrollmentRow known = scene.enroll(owner, first);
    MailRow mail = scene.nativeMail(owner, first);
    known.easId = mail.deviceId;
    scene.merged(mail, known, EXACT_ID);
    scene.merged(scene.nativeMail(owner, second), scene.enroll(owner, second), ATTRIBUTES);
  }

  static void twoMailsOneEnrollment(Scene scene) {
    Person owner = scene.person();
    Handset handset = scene.dice.any(Handsets.PHONES);
    Phone enrolled = scene.phone(handset);
    List<EnrollmentRow> one = List.of(scene.enroll(owner, enrolled));
    scene.exception(scene.nativeMail(owner, enrolled), one, Reason.AMBIGUOUS_ATTRIBUTES);
    scene.exception(
        scene.nativeMail(owner, scene.phone(handset)), one, Reason.AMBIGUOUS_ATTRIBUTES);
  }
}

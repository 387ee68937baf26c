package devicehub.fleet;

import static devicehub.fleet.Decidable.EXACT_ID;

import java.util.List;
import java.util.Locale;

/** Both records carry the same identifier, each in its own field. */
final class ExactTricks {
  private ExactTricks() {}

  static void easId(Scene scene) {
    Person owner = scene.person();
    Phone phone = scene.phone(Handsets.ALL);
    EnrollmentRow enrollment = scene.enroll(owner, phone);
    MailRow mail = scene.nativeMail(owner, phone);
    // Some servers between the phone and the MDM fold the id to lower case.
    enrollment.easId = scene.dice.oneIn(8) ? mail.deviceId.toLowerCase(Locale.ROOT) : mail.deviceId;
    scene.merged(mail, enrollment, EXACT_ID);
  }

  static void applSerial(Scene scene) {
    Person owner = scene.person();
    Phone phone = scene.phone(Handsets.OLD_APPLES);
    EnrollmentRow enrollment = scene.enroll(owner, phone);
    MailRow mail = scene.nativeMail(owner, phone);
    mail.deviceId = "Appl" + phone.serial();
    scene.merged(mail, enrollment, EXACT_ID);
  }

  static void travelerId(Scene scene) {
    Person owner = scene.person();
    Phone phone = scene.phone(Handsets.ANDROIDS);
    EnrollmentRow enrollment = scene.enroll(owner, phone);
    scene.merged(scene.verse(owner, phone, enrollment.maasId), enrollment, EXACT_ID);
  }

  static void imei(Scene scene) {
    Person owner = scene.person();
    Phone phone = scene.phone(Handsets.OTHER_PHONES);
    EnrollmentRow enrollment = scene.enroll(owner, phone);
    MailRow mail = scene.nativeMail(owner, phone);
    enrollment.imei = spelling(scene.dice.below(4), phone.imei());
    if (scene.dice.oneIn(4)) {
      mail.deviceId = "IMEI" + phone.imei();
    } else {
      mail.imei = phone.imei();
    }
    scene.merged(mail, enrollment, EXACT_ID);
  }

  private static String spelling(int style, String imei) {
    return switch (style) {
      case 0 -> imei.substring(0, 14);
      case 1 ->
          imei.substring(0, 2)
              + " "
              + imei.substring(2, 8)
              + " "
              + imei.substring(8, 14)
              + " "
              + imei.substring(14);
      default -> imei;
    };
  }

  static void exchangeAndTraveler(Scene scene) {
    Person owner = scene.person();
    Phone phone = scene.phone(Handsets.IPHONES);
    EnrollmentRow enrollment = scene.enroll(owner, phone);
    MailRow exchange = scene.nativeMail(owner, phone);
    MailRow traveler = scene.travelerMail(owner, phone);
    Scene.copy(traveler, exchange);
    boolean known = scene.dice.oneIn(2);
    if (known) {
      enrollment.easId = exchange.deviceId;
    }
    Decidable by = known ? EXACT_ID : Decidable.ATTRIBUTES;
    scene.merged(exchange, enrollment, by);
    scene.merged(traveler, enrollment, by);
  }

  static void ambiguousId(Scene scene) {
    Person owner = scene.person();
    Handset handset = scene.dice.any(Handsets.IPHONES);
    Phone phone = scene.phone(handset);
    EnrollmentRow first = scene.enroll(owner, phone);
    EnrollmentRow second = scene.enroll(owner, scene.phone(handset));
    MailRow mail = scene.nativeMail(owner, phone);
    first.easId = mail.deviceId;
    second.easId = mail.deviceId;
    scene.exception(mail, List.of(first, second), Reason.AMBIGUOUS_ID);
  }

  /** Several owners whose cheap phones all claim one serial number and one IMEI. */
  static void placeholderIds(Scene scene) {
    String serial = scene.dice.oneIn(2) ? "unknown" : "0123456789ABCDEF";
    for (int i = 0; i < 4; i++) {
      Person owner = scene.person();
      Phone phone = scene.phone(Handsets.OTHER_PHONES);
      MailRow mail = scene.nativeMail(owner, phone);
      mail.imei = SHARED_IMEI;
      if (i == 3) {
        scene.exception(mail, List.of(), Reason.OWNER_HAS_NO_ENROLLMENT);
      } else {
        EnrollmentRow enrollment = scene.enroll(owner, phone);
        enrollment.serial = serial;
        enrollment.imei = SHARED_IMEI;
        scene.merged(mail, enrollment, Decidable.ATTRIBUTES);
      }
    }
  }

  /** Passes the Luhn check, and is carried by any number of phones at once. */
  private static final String SHARED_IMEI = "004999010640000";
}

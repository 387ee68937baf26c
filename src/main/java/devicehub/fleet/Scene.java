package devicehub.fleet;

import devicehub.fleet.MailRow.Server;
import java.util.List;

/**
 * Where a trick is played: it brings people and phones on, enrols them, gives them mail, and says
 * what must come of every mail record. Records start ordinary and alive; tricks change what they
 * need.
 */
final class Scene {
  static final long DAY = 86_400;
  static final int MOST = 8;

  final Dice dice;
  final long asOf;
  private final Household household;
  private final String iosVersion;
  private final String androidVersion;
  private final int androidClient;
  private int people;
  private int phones;

  Scene(Household household, Dice dice, long asOf) {
    this.household = household;
    this.dice = dice;
    this.asOf = asOf;
    // One version of each system per household: versions never tell its devices apart by chance.
    this.iosVersion = dice.any(Systems.IOS);
    this.androidVersion = dice.any(Systems.ANDROID);
    // And one mail client: two records of a household compete for one place only if we say so.
    this.androidClient = dice.below(5);
  }

  Person person() {
    return known(stranger());
  }

  /** Somebody whom no directory names. */
  Person stranger() {
    return Names.person(household.number * MOST + people++);
  }

  Person sharedMailbox() {
    return known(Names.sharedMailbox(household.number));
  }

  private Person known(Person person) {
    household.people.add(person);
    return person;
  }

  Phone phone(List<Handset> handsets) {
    return phone(dice.any(handsets));
  }

  Phone phone(Handset handset) {
    int place = phones++;
    String newest = handset.apple() ? iosVersion : androidVersion;
    return new Phone(
        "D" + household.number + "-" + (place + 1),
        household.number * MOST + place,
        handset,
        handset.lastOs().isEmpty() ? newest : handset.lastOs());
  }

  List<Person> people() {
    return household.people;
  }

  EnrollmentRow enroll(Person owner, Phone phone) {
    return listed(owner, phone, phone.ios() ? "Appl" + phone.serial() : "Android" + dice.hex(16));
  }

  /** As {@link #enroll}, under an id of the trick's choice. */
  EnrollmentRow listed(Person owner, Phone phone, String maasId) {
    EnrollmentRow row = new EnrollmentRow(phone, maasId, guid());
    Handset handset = phone.handset();
    row.displayName = owner.displayName();
    row.username = owner.account();
    row.userDomain = "acme.example";
    row.email = owner.mail();
    row.upn = owner.upn();
    row.manufacturer = dice.any(handset.mdmMakers());
    row.model = mdmModel(handset);
    row.serial = phone.serial();
    row.imei = phone.imei();
    row.os = phone.os();
    row.enrolledAt = asOf - dice.between(30, 700) * DAY - dice.below(86_400);
    row.lastReported = asOf - dice.below(2 * 86_400);
    row.style = dice.below(64);
    household.enrollments.add(row);
    return row;
  }

  private String mdmModel(Handset handset) {
    if (handset.apple()) {
      return dice.oneIn(5) ? handset.code() : handset.name();
    }
    return handset.samsung() && dice.oneIn(6) ? handset.name() : handset.code();
  }

  MailRow nativeMail(Person owner, Phone phone) {
    MailRow row = mail(Server.EXCHANGE, owner, phone);
    MailClients.fillNative(row, dice, androidClient);
    return row;
  }

  MailRow outlook(Person owner, Phone phone) {
    MailRow row = mail(Server.EXCHANGE, owner, phone);
    MailClients.fillOutlook(row, dice);
    return row;
  }

  /** The same client of the same phone in one more mailbox: all it says of itself is the same. */
  MailRow alsoIn(Person other, MailRow original) {
    return copy(mail(original.server, other, original.phone), original);
  }

  /** The phone's own mail client on Traveler. */
  MailRow travelerMail(Person owner, Phone phone) {
    MailRow row = mail(Server.TRAVELER, owner, phone);
    MailClients.fillNative(row, dice, androidClient);
    return row;
  }

  MailRow verse(Person owner, Phone phone, String deviceId) {
    MailRow row = mail(Server.TRAVELER, owner, phone);
    MailClients.fillVerse(row, deviceId);
    return row;
  }

  MailRow mail(Server server, Person owner, Phone phone) {
    MailRow row = new MailRow(server, phone);
    row.displayName = owner.displayName();
    row.mailbox = server == Server.EXCHANGE ? spelling(owner.mail()) : owner.notesName();
    row.identityName = owner.displayName();
    row.firstSync = asOf - dice.between(20, 600) * DAY - dice.below(86_400);
    row.lastSync = asOf - dice.below(5 * 86_400);
    row.lastAttempt = row.lastSync + dice.below(600);
    if (dice.oneIn(20)) {
      row.accessState = "Quarantined";
    } else if (dice.oneIn(10)) {
      row.accessReason = "Individual";
    }
    household.mail.add(row);
    return row;
  }

  static MailRow copy(MailRow row, MailRow original) {
    row.deviceId = original.deviceId;
    row.type = original.type;
    row.model = original.model;
    row.friendlyName = original.friendlyName;
    row.os = original.os;
    row.userAgent = original.userAgent;
    row.imei = original.imei;
    row.clientType = original.clientType;
    return row;
  }

  /** No sync for so long that a living partnership beside it makes it stale. */
  void silence(MailRow row) {
    row.lastSync = asOf - dice.between(45, 400) * DAY;
    row.lastAttempt = row.lastSync;
    row.firstSync = row.lastSync - dice.between(10, 300) * DAY;
  }

  void merged(MailRow row, EnrollmentRow enrollment, Decidable by) {
    row.outcome = Outcome.MERGED;
    row.decidable = by;
    row.candidates = List.of(enrollment);
    enrollment.outcome = Outcome.MERGED;
  }

  void exception(MailRow row, List<EnrollmentRow> candidates, Reason... reasons) {
    row.outcome = Outcome.EXCEPTION;
    row.candidates = candidates;
    row.reasons = List.of(reasons);
  }

  private String spelling(String mail) {
    if (!dice.oneIn(6)) {
      return mail;
    }
    int at = mail.indexOf('@');
    return Character.toUpperCase(mail.charAt(0)) + mail.substring(1, at) + "@Acme.example";
  }

  private String guid() {
    String hex = dice.hex(32);
    return hex.substring(0, 8)
        + "-"
        + hex.substring(8, 12)
        + "-"
        + hex.substring(12, 16)
        + "-"
        + hex.substring(16, 20)
        + "-"
        + hex.substring(20);
  }
}

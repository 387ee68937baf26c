package devicehub.fleet;

/**
 * What a household tests: each trick brings the records for one question a matcher must answer, and
 * their truth. The weight is its share of a realistic fleet.
 */
enum Trick {
  EXACT_EAS_ID(300, ExactTricks::easId, "the MDM reports the id the mail client registered with"),
  EXACT_APPL_SERIAL(20, ExactTricks::applSerial, "the mail id is Appl and the serial number"),
  EXACT_TRAVELER_ID(20, ExactTricks::travelerId, "Traveler knows the phone by the MDM's own id"),
  EXACT_IMEI(20, ExactTricks::imei, "the mail record carries the IMEI"),
  EXCHANGE_AND_TRAVELER(10, ExactTricks::exchangeAndTraveler, "one phone on both mail servers"),
  AMBIGUOUS_ID(3, ExactTricks::ambiguousId, "two enrolments report the same mail id"),
  PLACEHOLDER_IDS(5, ExactTricks::placeholderIds, "many owners share a serial number and an IMEI"),
  ATTRIBUTES_ONE_DEVICE(220, AttributeTricks::oneDevice, "the owner's one device, ids differ"),
  PHONE_AND_TABLET(40, AttributeTricks::phoneAndTablet, "same maker, one phone and one tablet"),
  TWO_MAKERS(20, AttributeTricks::twoMakers, "two phones of different makers"),
  MODEL_BREAKS_TIE(15, AttributeTricks::modelBreaksTie, "two phones, same maker, other model"),
  SPARSE_ENROLLMENT(20, AttributeTricks::sparse, "the MDM leaves out maker or model"),
  SYSTEM_LAGS(15, AttributeTricks::systemLags, "the mail server shows the system before an update"),
  QUIET_PHONE(15, AttributeTricks::quietPhone, "long silent, but nothing newer beside it"),
  OUTLOOK_AND_NATIVE(50, AttributeTricks::outlookAndNative, "two mail clients on one phone"),
  OUTLOOK_ONLY(90, AttributeTricks::outlookOnly, "Outlook hides the hardware, one phone fits"),
  OUTLOOK_TWO_PLATFORMS(
      10, AttributeTricks::outlookTwoPlatforms, "Outlook twice, one iPhone and one Android"),
  OUTLOOK_ONE_PLATFORM(
      10, AttributeTricks::outlookOnePlatform, "Outlook once, an iPhone and an iPad fit"),
  TWINS(10, AttributeTricks::twins, "two identical phones of one owner"),
  TWINS_ONE_KNOWN(5, AttributeTricks::twinsOneKnown, "identical phones, one settled by its id"),
  TWO_MAILS_ONE_ENROLLMENT(
      5, AttributeTricks::twoMailsOneEnrollment, "two identical phones, only one enrolled"),
  ALIAS_OWNER(30, OwnerTricks::alias, "enrolled under an alias of the mail address"),
  UPN_OWNER(15, OwnerTricks::upn, "enrolled under a principal name that is no mail address"),
  DOMAIN_USER_OWNER(15, OwnerTricks::domainUser, "enrolled as DOMAIN\\user without an address"),
  NOTES_OWNER(15, OwnerTricks::notesName, "Traveler names the owner by a Notes name"),
  SHARED_MAILBOX(10, OwnerTricks::sharedMailbox, "own and shared mailbox on a phone with known id"),
  SHARED_MAILBOX_NO_ID(
      5, OwnerTricks::sharedMailboxWithoutId, "own and shared mailbox, ids unknown to the MDM"),
  DELEGATE_MAILBOX(5, OwnerTricks::delegate, "an assistant's phone also reads the boss's mail"),
  NO_OWNER(10, OwnerTricks::nobody, "the mailbox is in no directory"),
  NAMESAKE(5, OwnerTricks::namesake, "only a display name, and an enrolled person so named"),
  STALE_PARTNERSHIP(20, LifeTricks::stalePartnership, "the id from before a reset is still listed"),
  OLD_PHONE_LEFT(10, LifeTricks::oldPhoneLeft, "the replaced phone's partnership is still listed"),
  REENROLLED(15, LifeTricks::reenrolled, "one serial number twice, the older enrolment retired"),
  DUPLICATE_ENROLLMENT(
      5, LifeTricks::duplicateEnrollment, "one serial number twice, both enrolments active"),
  RETIRED_ENROLLMENT(10, LifeTricks::retiredEnrollment, "the owner's only enrolment is retired"),
  ENROLLED_WITHOUT_MAIL(60, LifeTricks::enrolledWithoutMail, "enrolled, never set up for mail"),
  MAIL_ONLY_ROW(10, LifeTricks::mailOnlyRow, "the MDM lists a phone it knows from mail only"),
  HEALTH_PROBE(1, LifeTricks::healthProbe, "Exchange's own monitoring mailboxes"),
  ROGUE_OTHER_HARDWARE(
      2, ConflictTricks::rogueOtherHardware, "another phone presents the victim's mail id"),
  ROGUE_SAME_HARDWARE(
      2, ConflictTricks::rogueSameHardware, "the same model presents the victim's mail id"),
  ROGUE_BLANK(
      2, ConflictTricks::rogueBlank, "a client that tells nothing presents the victim's id"),
  UNENROLLED(30, ConflictTricks::unenrolled, "a personal phone, the owner has enrolled nothing"),
  UNENROLLED_OTHER_MAKER(10, ConflictTricks::otherMaker, "a personal phone of another maker"),
  UNENROLLED_OTHER_FORM(
      10, ConflictTricks::otherForm, "a personal phone beside an enrolled tablet"),
  UNENROLLED_OTHER_MODEL(10, ConflictTricks::otherModel, "a personal phone of another model"),
  UNENROLLED_OTHER_PLATFORM(
      10, ConflictTricks::otherPlatform, "Outlook on Android, only an iPhone enrolled"),
  SECOND_PHONE_SAME_MODEL(
      5, ConflictTricks::secondPhoneSameModel, "a personal twin of a phone settled by its id");

  /** Plays a trick in a scene. */
  interface Script {
    void play(Scene scene);
  }

  final int weight;
  final Script script;
  final String sentence;

  Trick(int weight, Script script, String sentence) {
    this.weight = weight;
    this.script = script;
    this.sentence = sentence;
  }

  /**
   * How many people it counts for; a stranger and a probe are one each, a shared mailbox is none.
   */
  int people() {
    return switch (this) {
      case DELEGATE_MAILBOX, ROGUE_OTHER_HARDWARE, ROGUE_SAME_HARDWARE, ROGUE_BLANK -> 2;
      case PLACEHOLDER_IDS -> 4;
      default -> 1;
    };
  }
}

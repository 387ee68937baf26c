package devicehub.intake;

/** What a feed tells of. */
public enum FeedRole {
  ENROLLMENT,
  MAIL,
  /** Who owns which addresses and names; no devices. */
  DIRECTORY
}

package devicehub.fleet;

/** By what a pair can be decided from the fields the records show. */
enum Decidable {
  EXACT_ID,
  ATTRIBUTES,
  OWNER_PLATFORM,
  NONE
}

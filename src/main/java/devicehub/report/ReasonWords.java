package devicehub.report;

import devicehub.decision.Reason;

/**
 * A reason as a help desk would put it.
 *
 * @param heading names the group of exceptions
 * @param meaning tells what is wrong, and why the hub did not decide
 */
record ReasonWords(String heading, String meaning) {

  static ReasonWords of(Reason reason) {
    return switch (reason) {
      case NO_OWNER ->
          new ReasonWords(
              "Nobody is known to own it",
              "No name or address on the record leads to a person, so there is nobody whose"
                  + " devices it could be compared with.");
      case OWNER_HAS_NO_ENROLLMENT ->
          new ReasonWords(
              "The owner has no enrolled device for it",
              "The owner is known, but none of the owner's enrolled devices is left for this"
                  + " record. The device may be reading mail without being managed.");
      case AMBIGUOUS_ID ->
          new ReasonWords(
              "Its identifier fits several devices",
              "More than one device carries the same identifier, and all of them fit.");
      case AMBIGUOUS_ATTRIBUTES ->
          new ReasonWords(
              "Too little tells the devices apart",
              "Owner, manufacturer, form factor and platform leave more than one possible pair,"
                  + " or too little of them is known. The hub does not guess.");
      case MANUFACTURER_DIFFERS ->
          new ReasonWords(
              "The manufacturer differs",
              "The owner has enrolled devices, but those of another manufacturer.");
      case PLATFORM_OR_FORM_DIFFERS ->
          new ReasonWords(
              "The platform or form factor differs",
              "The owner has enrolled devices, but with another operating system, or a tablet"
                  + " where this is a smartphone.");
      case MODEL_CONTRADICTS ->
          new ReasonWords(
              "The model contradicts",
              "The closest enrolled device of the owner is another model.");
      case ID_CONFLICT ->
          new ReasonWords(
              "The identifier agrees, but something else contradicts",
              "A mail client chooses its own identifier, so an equal one proves nothing. Somebody"
                  + " may be using a copied one.");
      case SEPARATED ->
          new ReasonWords(
              "A reviewer separated the pair",
              "The pair that fits was separated by a person and will never merge again.");
      case STALE_PARTNERSHIP ->
          new ReasonWords(
              "Left behind on the mail server",
              "It has not synchronised for long, while another partnership of the same client"
                  + " lives on.");
      case DUPLICATE_ENROLLMENT ->
          new ReasonWords(
              "The device is enrolled more than once",
              "A newer enrolment of the same device leads.");
    };
  }
}

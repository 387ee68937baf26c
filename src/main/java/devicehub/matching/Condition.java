package devicehub.matching;

import java.util.Locale;
import java.util.Optional;

/**
 * What a rule can ask of an enrolled device and a mail record. Each is answered YES, NO or UNKNOWN;
 * rules in {@code config/rules.yaml} name them.
 */
public enum Condition {
  /**
   * One identifier of the device is one of the mail record's. NO where none is and both tell a
   * serial number: a device has one of these, while IMEIs it may have two, one by SIM.
   */
  SAME_ID("identifiers", 40),
  /** Both lead to the same person, or claim the same address. */
  SAME_OWNER("owner", 25),
  SAME_MANUFACTURER("manufacturer", 10),
  /** Smartphone or tablet; the same model is always of the same form. */
  SAME_FORM_FACTOR("form factor", 5),
  SAME_PLATFORM("platform", 8),
  SAME_MODEL("model", 10),
  SAME_OS_VERSION("OS version", 2),
  /** The mail client tells nothing of maker and model, as Outlook mobile does. */
  HARDWARE_HIDDEN("mail client hides the hardware", 0);

  private final String label;
  private final String subject;
  private final int weight;

  Condition(String subject, int weight) {
    this.label = name().toLowerCase(Locale.ROOT).replace('_', '-');
    this.subject = subject;
    this.weight = weight;
  }

  /** The name used in configuration: {@code same-owner}. */
  public String label() {
    return label;
  }

  /** What is compared, in words. */
  public String subject() {
    return subject;
  }

  /** What a YES adds to a candidate's score, and a NO takes from it; the weights sum to 100. */
  int weight() {
    return weight;
  }

  public static Optional<Condition> of(String label) {
    for (Condition condition : values()) {
      if (condition.label().equals(label.strip())) {
        return Optional.of(condition);
      }
    }
    return Optional.empty();
  }
}

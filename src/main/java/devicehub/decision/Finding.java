package devicehub.decision;

/**
 * One condition held against two records: what each says, and the answer.
 *
 * <pre>
 *   same-manufacturer  YES  "apple inc." → Apple   "iPhone14C2" → Apple
 * </pre>
 */
public record Finding(String condition, Answer answer, String enrollmentValue, String mailValue) {}

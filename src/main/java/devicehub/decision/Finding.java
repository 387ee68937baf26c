package devicehub.decision;

/**
 * One condition held against two records: what each says, and the answer.
 *
 * <pre>
 *   same-manufacturer  YES  "apple inc." → Apple   "iPhone14C2" → Apple
 * </pre>
 *
 * @param first what the enrolment says; of two records of one side, what the first says
 * @param second what the mail record says, or the second of one side
 */
public record Finding(String condition, Answer answer, String first, String second) {}

package devicehub.decision;

/**
 * A cycle's records in numbers.
 *
 * @param devices enrolled devices, each counted once however often it enrolled
 * @param superseded enrolments that are not the newest of their device
 * @param retired devices whose every enrolment has ended
 * @param withoutMail enrolled devices that no mail record was merged with
 * @param excluded mail records that people excluded
 */
public record Tally(
    int enrollments,
    int mails,
    int devices,
    int superseded,
    int retired,
    int withoutMail,
    int excluded) {}

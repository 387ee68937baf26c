package devicehub.report;

import devicehub.decision.Outcome;
import devicehub.device.DeviceRecord;
import devicehub.directory.Directory;
import devicehub.inventory.RowProblem;
import java.util.List;

/**
 * Everything the reports of one cycle are made of.
 *
 * @param enrollments every enrolment record the cycle decided on, to count users' devices by
 * @param mails every mail record, likewise
 * @param directory brings a user's addresses and names together; may be empty
 * @param problems the rows that were not taken, in the order of feeds and lines
 */
public record ReportData(
    Outcome outcome,
    List<DeviceRecord> enrollments,
    List<DeviceRecord> mails,
    Directory directory,
    List<FeedReport> feeds,
    List<RowProblem> problems) {}

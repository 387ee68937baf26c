package devicehub.report;

import devicehub.decision.Outcome;
import devicehub.directory.Directory;
import devicehub.inventory.RowProblem;
import java.util.List;

/**
 * Everything the reports of one cycle are made of.
 *
 * @param directory brings a user's addresses and names together; may be empty
 * @param problems the rows that were not taken, in the order of feeds and lines
 */
public record ReportData(
    Outcome outcome, Directory directory, List<FeedReport> feeds, List<RowProblem> problems) {}

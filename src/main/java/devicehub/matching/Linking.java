package devicehub.matching;

import devicehub.decision.StandingDecisions;
import devicehub.device.DeviceRecord;
import devicehub.device.Person;
import devicehub.directory.Directory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the links of records, or goes on from those of the cycle before. */
final class Linking {
  private final List<Person> persons;
  private final Decided decided;

  Linking(List<Person> persons, StandingDecisions people) {
    this.persons = persons;
    this.decided = new Decided(people);
  }

  /**
   * @param known the links of the records of before, if a cycle needed them yet
   */
  Neighbourhood.Side side(Turnover turnover, @Nullable Links known) {
    Links before = known == null ? links(turnover.before) : known;
    Links now =
        turnover.changed() == 0
            ? before
            : before.after(turnover, links(new Part(turnover.now, turnover.fresh)));
    return new Neighbourhood.Side(turnover, before, now);
  }

  /** All links of one side's records. */
  Links links(List<DeviceRecord> records) {
    Directory directory = Directory.forRecords(persons, List.of(records));
    return Links.of(records, new Ownership(records, directory), decided);
  }
}

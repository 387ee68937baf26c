package devicehub.matching;

import devicehub.decision.StandingDecisions;
import devicehub.device.DeviceRecord;
import devicehub.device.KeyIndex;
import devicehub.directory.Directory;
import java.util.List;

/** The mail records of a matching, and what is known of them by themselves. */
final class MailSide {
  final List<DeviceRecord> records;
  final Ownership owners;
  final SharedIds shared;
  final Partnerships partnerships;
  final KeyIndex byOwner;
  final KeyIndex byId;

  /** The records by each id that is not shared and yet has two owners or more. */
  final KeyIndex disputed;

  final HardwareAnswers.Kinds kinds;

  MailSide(
      List<DeviceRecord> records,
      Directory directory,
      StandingDecisions standing,
      LastSyncs syncs,
      RuleBook.Settings settings) {
    this.records = records;
    owners = new Ownership(records, directory);
    shared = new SharedIds();
    byId = shared.learn(records, owners, settings.sharedIdOwners());
    disputed = shared.disputed();
    byOwner = new KeyIndex(records.size());
    Ahead ahead = Ahead.byOwner(byOwner, owners);
    for (int i = 0; i < records.size(); i++) {
      ahead.of(i, records.size());
      if (standing.isEmpty() || !standing.isExcluded(records.get(i))) {
        owners.file(byOwner, i);
      }
    }
    partnerships = new Partnerships(records, owners, syncs, settings.staleDays());
    kinds = new HardwareAnswers.Kinds(records);
  }

  /** Whether records of other owners have an id of the mail record. */
  boolean isDisputed(int mail) {
    DeviceRecord record = records.get(mail);
    for (int id = 0; id < record.idCount(); id++) {
      if (disputed.contains(record.idHash(id))) {
        return true;
      }
    }
    return false;
  }
}

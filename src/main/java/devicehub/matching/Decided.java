package devicehub.matching;

import devicehub.decision.ReviewerDecision;
import devicehub.decision.StandingDecisions;
import devicehub.device.DeviceRecord;
import devicehub.device.IdText;
import devicehub.device.KeyIndex;
import devicehub.device.RecordKey;
import java.util.Collection;
import java.util.stream.IntStream;

/**
 * Which records people's merges and separations name, and by which hardware they know an enrolment
 * again, to find those that are tied by one.
 */
final class Decided {
  private final KeyIndex byRecord = new KeyIndex(16);
  private final KeyIndex byHardware = new KeyIndex(16);
  private final boolean nothing;

  Decided(StandingDecisions people) {
    nothing = people.isEmpty();
    file(people.merges());
    file(people.separations());
  }

  private void file(Collection<ReviewerDecision> decisions) {
    for (ReviewerDecision decision : decisions) {
      if (decision.other().isPresent()) {
        file(decision.record(), decision);
        file(decision.other().get(), decision);
        for (String id : decision.hardware()) {
          byHardware.put(IdText.hash(id), (int) decision.id());
        }
      }
    }
  }

  private void file(RecordKey record, ReviewerDecision decision) {
    byRecord.put(IdText.hash(record.id()), (int) decision.id());
  }

  /** The first entry of a record's decisions, or -1. */
  int first(DeviceRecord record) {
    return nothing ? -1 : byRecord.first(record.keyHash());
  }

  int next(int entry) {
    return byRecord.next(entry);
  }

  int decision(int entry) {
    return byRecord.value(entry);
  }

  /** The decisions that remember any of a record's hardware ids; hardly ever is there any. */
  int[] byHardware(DeviceRecord record) {
    IntStream.Builder found = IntStream.builder();
    for (int id = 0; id < record.idCount() && !byHardware.isEmpty(); id++) {
      int entry = record.isHardwareId(id) ? byHardware.first(record.idHash(id)) : -1;
      for (; entry >= 0; entry = byHardware.next(entry)) {
        found.add(byHardware.value(entry));
      }
    }
    return found.build().toArray();
  }
}

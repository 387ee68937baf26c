package devicehub.decision;

import devicehub.device.RecordKey;

/** An enrolment and a mail record that are, or are not, one device. */
public record Pair(RecordKey enrollment, RecordKey mail) {
  @Override
  public String toString() {
    return enrollment + " + " + mail;
  }
}

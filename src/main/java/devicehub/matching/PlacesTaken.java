package devicehub.matching;

/**
 * The mail records on each device, to see whether one more would take a place that is taken. A
 * device has few, since what many share is no identifier and a crowd is no owner.
 */
final class PlacesTaken {
  private final Partnerships partnerships;

  /** By device the newest of its mail records, plus one. */
  private final int[] newest;

  /** By mail record the one on the same device before it, plus one. */
  private final int[] before;

  PlacesTaken(int devices, Partnerships partnerships, int mails) {
    this.partnerships = partnerships;
    this.newest = new int[devices];
    this.before = new int[mails];
  }

  void take(int device, int mail) {
    before[mail] = newest[device];
    newest[device] = mail + 1;
  }

  /** Whether another mail record has this one's place on the device. */
  boolean isTaken(int device, int mail) {
    return taker(device, mail) >= 0;
  }

  /** The mail record that has this one's place on the device, or -1. */
  int taker(int device, int mail) {
    for (int other = newest[device]; other != 0; other = before[other - 1]) {
      if (partnerships.exclude(other - 1, mail)) {
        return other - 1;
      }
    }
    return -1;
  }

  /** Whether another would have this one's place if it were the same person's. */
  boolean wouldBeTaken(int device, int mail) {
    for (int other = newest[device]; other != 0; other = before[other - 1]) {
      if (partnerships.wouldExclude(other - 1, mail)) {
        return true;
      }
    }
    return false;
  }
}

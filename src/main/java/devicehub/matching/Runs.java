package devicehub.matching;

import devicehub.decision.Carried;
import java.util.ArrayList;
import java.util.List;

/** Gathers merges that stand as they stood, told one by one in their order, into runs. */
final class Runs {
  private final List<Carried.Run> runs = new ArrayList<>();
  private int from;
  private int was;
  private int count;

  void add(int merge, int before) {
    if (merge != from + count || before != was + count) {
      close();
      from = merge;
      was = before;
    }
    count++;
  }

  private void close() {
    if (count > 0) {
      runs.add(new Carried.Run(from, was, count));
      count = 0;
    }
  }

  List<Carried.Run> all() {
    close();
    return List.copyOf(runs);
  }
}

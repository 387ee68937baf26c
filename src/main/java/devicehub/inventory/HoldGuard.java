package devicehub.inventory;

import devicehub.device.DeviceRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says which snapshots must wait for a person, for absence is no evidence: a feed that is empty,
 * short, garbled, old or another company's never makes exceptions of devices that are well.
 *
 * <pre>
 *   it holds 61 records, 142 fewer than the 203 usual lately; 25 may go at once
 * </pre>
 */
public final class HoldGuard {
  /**
   * From when on a change is too large. Shares are in percent.
   *
   * @param rows feeds smaller than this are judged by no share, for a single row would decide
   * @param shrink of the records usual lately, how many may go at once
   * @param shrinkRows so many may go whatever their share
   * @param growth how many may come at once
   * @param growthRows so many may come whatever their share
   * @param rejected of the rows, how many may be rejected
   * @param empty of the records, how many may lack what nearly all had before
   * @param overlap of the records in force, how many must be there again
   * @param older by how much the newest time seen may lie before the one in force, and most times
   *     after now
   */
  public record Limits(
      int rows,
      int shrink,
      int shrinkRows,
      int growth,
      int growthRows,
      int rejected,
      int empty,
      int overlap,
      Duration older) {
    public static final Limits USUAL =
        new Limits(10, 10, 25, 100, 500, 20, 5, 50, Duration.ofHours(1));
  }

  private static final int MOST = 50;

  private final Limits limits;

  public HoldGuard(Limits limits) {
    this.limits = limits;
  }

  /**
   * Why a full snapshot must not take force by itself; empty if it may.
   *
   * @param inForce of the feed's full snapshot in force, if there is one that can be read
   * @param lately how many records each of the feed's last accepted full snapshots held
   */
  public Optional<String> judge(Profile fresh, Optional<Profile> inForce, List<Long> lately) {
    if (fresh.records() == 0 && fresh.rejected() > 0) {
      return Optional.of(
          "it holds no record, for %d of its %d rows are rejected"
              .formatted(fresh.rejected(), fresh.rows()));
    }
    if (fresh.records() == 0) {
      return Optional.of(
          "it holds no record; an empty answer is no evidence that devices are gone");
    }
    Optional<Long> usual =
        lately.isEmpty() ? inForce.map(Profile::records) : Optional.of(median(lately));
    return rejected(fresh)
        .or(() -> usual.flatMap(records -> count(fresh.records(), records)))
        .or(() -> inForce.flatMap(before -> emptied(fresh, before)))
        .or(() -> inForce.flatMap(before -> strange(fresh, before)))
        .or(() -> inForce.flatMap(before -> older(fresh, before)));
  }

  /**
   * Why a full snapshot must not take force that is ahead of its time: a source whose clock, zone
   * or order of day and month is another. Nobody would be known to have been seen by it.
   */
  public Optional<String> judgeTime(List<DeviceRecord> fresh) {
    long ahead =
        fresh.parallelStream()
            .filter(record -> record.lastSeenMillis() == DeviceRecord.AHEAD)
            .count();
    if (fresh.size() < limits.rows() || !over(ahead, MOST, fresh.size())) {
      return Optional.empty();
    }
    return Optional.of(
        "%d of its %d records were last seen later than now: are culture, zone and the clocks right?"
            .formatted(ahead, fresh.size()));
  }

  /** Why a delta must not take force by itself: it may be small, but not garbled. */
  public Optional<String> judgeDelta(Profile delta) {
    return rejected(delta);
  }

  private Optional<String> rejected(Profile fresh) {
    if (fresh.rows() < limits.rows() || !over(fresh.rejected(), limits.rejected(), fresh.rows())) {
      return Optional.empty();
    }
    return Optional.of(
        "%d of its %d rows are rejected, more than %d %%"
            .formatted(fresh.rejected(), fresh.rows(), limits.rejected()));
  }

  private Optional<String> count(long records, long usual) {
    long fewer = usual - records;
    if (fewer > limits.shrinkRows() && over(fewer, limits.shrink(), usual)) {
      return Optional.of(
          "it holds %d records, %d fewer than the %d usual lately; %d may go at once"
              .formatted(
                  records,
                  fewer,
                  usual,
                  Math.max(limits.shrinkRows(), usual * limits.shrink() / 100)));
    }
    if (-fewer > limits.growthRows() && over(-fewer, limits.growth(), usual)) {
      return Optional.of(
          "it holds %d records, %d more than the %d usual lately; %d may come at once"
              .formatted(
                  records,
                  -fewer,
                  usual,
                  Math.max(limits.growthRows(), usual * limits.growth() / 100)));
    }
    return Optional.empty();
  }

  /** A column that a fifth of the share lacked at most, and that now more than the share lack. */
  private Optional<String> emptied(Profile fresh, Profile before) {
    if (fresh.records() < limits.rows() || before.records() < limits.rows()) {
      return Optional.empty();
    }
    for (Map.Entry<String, Long> column : before.filled().entrySet()) {
      long lackedBefore = before.records() - column.getValue();
      long lacking = fresh.records() - fresh.filled().getOrDefault(column.getKey(), 0L);
      if (!over(lackedBefore * 5, limits.empty(), before.records())
          && over(lacking, limits.empty(), fresh.records())) {
        return Optional.of(
            "%d of its %d records have no %s, where %d of %d had none before"
                .formatted(
                    lacking, fresh.records(), column.getKey(), lackedBefore, before.records()));
      }
    }
    return Optional.empty();
  }

  private Optional<String> strange(Profile fresh, Profile before) {
    long smaller = Math.min(fresh.seen().size(), before.seen().size());
    long shared = fresh.seen().shared(before.seen());
    if (smaller < limits.rows() || shared * 100 >= smaller * limits.overlap()) {
      return Optional.empty();
    }
    return Optional.of(
        "it shares %d records with the %d in force: another file or another company's?"
            .formatted(shared, before.seen().size()));
  }

  /** Older is what nobody was seen later in: a device that left may take the newest time along. */
  private Optional<String> older(Profile fresh, Profile before) {
    long newest = fresh.seen().newest();
    long known = before.seen().newest();
    if (newest <= DeviceRecord.UNDECIDED
        || known - newest <= limits.older().toMillis()
        || !fresh.seen().isOlderThan(before.seen())) {
      return Optional.empty();
    }
    return Optional.of(
        "it is older than the one in force: last seen %s at the latest, not %s"
            .formatted(Instant.ofEpochMilli(newest), Instant.ofEpochMilli(known)));
  }

  private static boolean over(long part, int percent, long whole) {
    return part * 100 > whole * percent;
  }

  private static long median(List<Long> numbers) {
    return numbers.stream().sorted().skip((numbers.size() - 1) / 2).findFirst().orElseThrow();
  }
}

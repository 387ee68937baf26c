package devicehub.fleet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes a fleet of any size, one household after the other, and holds none of it. Every file is
 * made from the plan alone, so several can be written at once.
 */
public final class FleetWriter {
  private static final int CHUNK = 1 << 16;

  private final FleetPlan plan;
  private final long households;

  public FleetWriter(FleetPlan plan) {
    this.plan = plan;
    this.households = plan.households();
  }

  /** Intune's DevicesWithInventory export, in the order of households. */
  public void intuneCsv(OutputStream out) throws IOException {
    write(new IntuneCsv(), 1, out);
  }

  /** Exchange's partnerships, in an order that has nothing to do with that of the enrolments. */
  public void exchangeCsv(ExportStyle style, OutputStream out) throws IOException {
    write(new ExchangeCsv(style), stride(), out);
  }

  public void directoryCsv(OutputStream out) throws IOException {
    write(new DirectoryCsv(), 1, out);
  }

  public void truthCsv(Shape shape, OutputStream out) throws IOException {
    write(new TruthCsv(shape), 1, out);
  }

  private void write(RowFormat format, long stride, OutputStream out) throws IOException {
    StringBuilder text = new StringBuilder(CHUNK + 4096);
    format.header(text);
    long next = 0;
    for (long i = 0; i < households; i++) {
      format.rows(Household.of(plan, next), text);
      next = (next + stride) % households;
      if (text.length() >= CHUNK) {
        flush(text, out);
      }
    }
    flush(text, out);
  }

  private static void flush(StringBuilder text, OutputStream out) throws IOException {
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    text.setLength(0);
  }

  /** A step that visits every household once, far from the last one each time. */
  private long stride() {
    long step = Math.max(1, (long) (households * 0.6180339887));
    while (gcd(step, households) != 1) {
      step++;
    }
    return step;
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}

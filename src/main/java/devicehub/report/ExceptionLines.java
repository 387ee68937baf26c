package devicehub.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import devicehub.decision.ExceptionChange;
import devicehub.decision.ExceptionChange.Event;
import devicehub.decision.OpenException;
import devicehub.decision.Outcome;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The report {@code exceptions.json}: the open exceptions, one on a line, each as its newest
 * message told it.
 *
 * <pre>
 *   {"lastMatchedAt":"2026-11-23T14:02:35Z","exceptions":[
 *   {"schema":1,"eventId":"EX-5F1C…-1",…},
 *   {"schema":1,"eventId":"EX-77A0…-3",…}
 *   ]}
 * </pre>
 */
final class ExceptionLines implements RowText {
  private static final int BLOCK = 150;
  private static final byte[] BETWEEN = ",\n".getBytes(UTF_8);
  private static final byte[] FOOT = "\n]}\n".getBytes(UTF_8);

  private final byte[] head;
  private final List<Outcome.Referred> exceptions;

  ExceptionLines(Instant matchedAt, List<Outcome.Referred> exceptions) {
    String time = IsoTimes.of(matchedAt);
    this.head = ("{\"lastMatchedAt\":\"" + time + "\",\"exceptions\":[\n").getBytes(UTF_8);
    this.exceptions = exceptions;
  }

  @Override
  public int rows() {
    return exceptions.size();
  }

  @Override
  public int block() {
    return BLOCK;
  }

  @Override
  public byte[] head() {
    return head;
  }

  @Override
  public byte[] between() {
    return BETWEEN;
  }

  @Override
  public byte[] foot() {
    return FOOT;
  }

  @Override
  public Pen pen(OutputStream out) {
    return (from, to, lengths) -> {
      for (int row = from; row < to; row++) {
        if (row > 0) {
          out.write(BETWEEN);
        }
        byte[] line = line(exceptions.get(row)).getBytes(UTF_8);
        out.write(line);
        lengths[row] = line.length;
      }
    };
  }

  private static String line(Outcome.Referred referred) {
    OpenException life = referred.life();
    Event event = life.revision() == 1 ? Event.OPENED : Event.CHANGED;
    return ExceptionJson.encode(new ExceptionChange(event, life, Optional.of(referred.referral())));
  }
}

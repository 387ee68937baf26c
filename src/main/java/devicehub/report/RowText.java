package devicehub.report;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A report as rows that do not depend on each other, so that any core can word some of them, and
 * those of before can be copied.
 *
 * <pre>
 *   head   {"lastMatchedAt":"…","exceptions":[↵
 *   row    {"schema":1,"eventId":"EX-5F1C…-1",…}
 *   between  ,↵
 *   row    {"schema":1,"eventId":"EX-77A0…-3",…}
 *   foot   ↵]}↵
 * </pre>
 */
interface RowText {
  /** How many rows there are. */
  int rows();

  /** How many of them take some 200 KB: those are worded at a time. */
  int block();

  byte[] head();

  byte[] between();

  byte[] foot();

  /** What puts rows into words, by one core. */
  Pen pen(OutputStream out);

  /** Writes rows. */
  interface Pen {
    /**
     * Writes some rows, each but the very first with what stands before it.
     *
     * @param lengths takes by row how many bytes it takes alone
     */
    void put(int from, int to, int[] lengths) throws IOException;
  }
}

package devicehub.intake;

import java.util.List;

/** Takes what a format reader reads, in order, in batches. */
public interface RowSink {
  /** The columns by name; called once before any rows, and again where a file repeats a header. */
  void columns(List<String> names);

  /** Some more rows; list and rows are the reader's own and are used again after the call. */
  void rows(List<? extends Row> batch);

  /** A row that could not even be split into cells; reading goes on behind it. */
  void unreadable(long line, String reason, String value);
}

package devicehub.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Hands on those rows of an input that are wanted; the others are passed over. */
public final class PickedRows implements RowSink {
  /** Which rows are wanted. */
  public interface Choice {
    /**
     * The row as it shall be handed on, or empty.
     *
     * @param read what the row says
     */
    Optional<Row> keep(Row row, Normalised read);

    /** Whether a row is wanted that could not be split into cells; of it only a part is shown. */
    boolean keep(String unreadable);
  }

  private final FeedSpec feed;
  private final HardwareReader hardware;
  private final Choice choice;
  private final RowSink to;
  private @Nullable Normaliser normaliser;

  public PickedRows(FeedSpec feed, HardwareReader hardware, Choice choice, RowSink to) {
    this.feed = feed;
    this.hardware = hardware;
    this.choice = choice;
    this.to = to;
  }

  @Override
  public void columns(List<String> names) {
    normaliser = RowIntake.normaliser(feed, feed.fields().bind(names), hardware);
    to.columns(names);
  }

  @Override
  public void rows(List<? extends Row> batch) {
    Normaliser reader = normaliser;
    if (reader == null) {
      throw new IllegalStateException("rows before columns");
    }
    List<Row> picked = new ArrayList<>();
    for (Row row : batch) {
      choice.keep(row, reader.normalise(row)).ifPresent(picked::add);
    }
    if (!picked.isEmpty()) {
      to.rows(picked);
    }
  }

  @Override
  public void unreadable(long line, String reason, String value) {
    if (choice.keep(value)) {
      to.unreadable(line, reason, value);
    }
  }
}

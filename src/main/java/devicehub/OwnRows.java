package devicehub;

import devicehub.intake.HardwareReader;
import devicehub.intake.Normalised;
import devicehub.intake.PickedRows;
import devicehub.intake.Row;
import devicehub.intake.RowSink;
import devicehub.inventory.RawPart;
import devicehub.inventory.RawStore;
import devicehub.inventory.Snapshot;
import devicehub.report.PersonJson;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds a person's rows in raw input, as they came. */
final class OwnRows implements PickedRows.Choice {
  private final Subject subject;
  private final List<PersonJson.RawRow> found = new ArrayList<>();

  OwnRows(Subject subject) {
    this.subject = subject;
  }

  List<PersonJson.RawRow> found() {
    return found;
  }

  void search(Feed feed, Snapshot snapshot, RawStore raw) throws IOException {
    for (RawPart part : snapshot.parts()) {
      try (InputStream in = new BufferedInputStream(raw.open(part), 1 << 16)) {
        RowSink gathering = new Gathering(snapshot, part.name());
        Draft.read(
            feed, part, in, new PickedRows(feed.spec(), new HardwareReader(), this, gathering));
      }
    }
  }

  @Override
  public Optional<Row> keep(Row row, Normalised read) {
    return subject.owns(read) ? Optional.of(row) : Optional.empty();
  }

  @Override
  public boolean keep(String unreadable) {
    return subject.isMentioned(unreadable);
  }

  private final class Gathering implements RowSink {
    private final Snapshot snapshot;
    private final String file;
    private List<String> columns = List.of();

    Gathering(Snapshot snapshot, String file) {
      this.snapshot = snapshot;
      this.file = file;
    }

    @Override
    public void columns(List<String> names) {
      columns = List.copyOf(names);
    }

    @Override
    public void rows(List<? extends Row> batch) {
      for (Row row : batch) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int column = 0; column < row.width(); column++) {
          if (!row.cell(column).isEmpty()) {
            String name = column < columns.size() ? columns.get(column) : "";
            cells.put(
                cells.containsKey(name) || name.isEmpty() ? name + "#" + column : name,
                row.cell(column));
          }
        }
        add(row.line(), cells);
      }
    }

    @Override
    public void unreadable(long line, String reason, String value) {
      add(line, Map.of("unreadable: " + reason, value));
    }

    private void add(long line, Map<String, String> cells) {
      found.add(
          new PersonJson.RawRow(
              snapshot.feed(), file, snapshot.takenAt(), snapshot.state().name(), line, cells));
    }
  }
}

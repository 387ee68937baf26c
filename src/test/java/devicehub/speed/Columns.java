package devicehub.speed;

import devicehub.format.FormatSpec;
import devicehub.format.RowReaders;
import devicehub.intake.Row;
import devicehub.intake.RowSink;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Reads some columns of a CSV file, row by row, in the order asked for. */
final class Columns {
  private Columns() {}

  static void read(Path file, List<String> wanted, Consumer<String[]> to) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      RowReaders.of(FormatSpec.csv(), new LinkedHashSet<>(wanted))
          .read(file.toString(), in, new Sink(wanted, to));
    }
  }

  private static final class Sink implements RowSink {
    private final List<String> wanted;
    private final Consumer<String[]> to;
    private int[] places = {};

    Sink(List<String> wanted, Consumer<String[]> to) {
      this.wanted = wanted;
      this.to = to;
    }

    @Override
    public void columns(List<String> names) {
      List<String> folded = names.stream().map(n -> n.toLowerCase(Locale.ROOT)).toList();
      places = wanted.stream().mapToInt(w -> folded.indexOf(w.toLowerCase(Locale.ROOT))).toArray();
    }

    @Override
    public void rows(List<? extends Row> batch) {
      for (Row row : batch) {
        to.accept(Arrays.stream(places).mapToObj(row::cell).toArray(String[]::new));
      }
    }

    @Override
    public void unreadable(long line, String reason, String value) {
      throw new IllegalArgumentException("line " + line + " " + reason);
    }
  }
}

package devicehub.format;

import devicehub.intake.RowSink;
import devicehub.intake.UnreadableInputException;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;

/** Finds the reader for a feed's format. */
public final class RowReaders {
  /** A reader of one format, over text that is already decoded. */
  interface Format {
    Page read(TextInput text, RowSink sink) throws IOException;
  }

  private RowReaders() {}

  /**
   * A reader of the format.
   *
   * @param wantedColumns the columns or paths the feed's fields ask for
   * @throws IllegalArgumentException if there is no such format
   */
  public static RowReader of(FormatSpec spec, Set<String> wantedColumns) {
    Format format = format(spec, wantedColumns);
    return (inputName, in, sink) -> {
      try {
        return format.read(TextInput.open(in, spec), sink);
      } catch (BadInput e) {
        throw new UnreadableInputException(inputName, e.line(), e.reason());
      }
    };
  }

  private static Format format(FormatSpec spec, Set<String> wantedColumns) {
    return switch (spec.format().toLowerCase(Locale.ROOT)) {
      case "csv" -> new CsvRows(spec, wantedColumns);
      case "json" -> new JsonRows(spec, wantedColumns);
      case "ndjson" -> new NdjsonRows(spec, wantedColumns);
      case "xml" -> new XmlRows(spec, wantedColumns);
      case "clixml" -> new ClixmlRows(spec, wantedColumns);
      default -> throw new IllegalArgumentException("no such format: '" + spec.format() + "'");
    };
  }
}

package devicehub.format;

import devicehub.intake.RowSink;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * CSV as exports, scripts and spreadsheets write it. Bad rows are named and left out; only what
 * makes all rows doubtful ends the reading.
 */
final class CsvRows implements RowReaders.Format {
  private static final int SHOWN = 200;

  /**
   * What exports write below the rows: {@code 1234 rows}, {@code (2 rows affected)}, {@code Total:
   * 3}.
   */
  private static final Pattern FOOTER =
      Pattern.compile(
          "\\W*(\\d+ +\\p{L}.*|(total|count|end|rows?|records?|devices?)\\b.*)",
          Pattern.CASE_INSENSITIVE);

  private static final String BROKEN_QUOTE = "has text behind a closing quote";

  private final FormatSpec spec;
  private final Set<String> wanted;

  CsvRows(FormatSpec spec, Set<String> wanted) {
    this.spec = spec;
    this.wanted = Set.copyOf(wanted);
  }

  @Override
  public Page read(TextInput text, RowSink sink) throws IOException {
    Magic.refuseMarkup(text.head(), "CSV");
    CsvScanner scanner = new CsvScanner(text, spec.limits());
    ScannedRow row = scanner.row();
    CsvHead head = CsvHead.of(scanner.head(), spec.delimiter(), wanted);
    scanner.begin(head.characters(), head.lines(), head.delimiter());
    CsvHeader header = new CsvHeader(wanted);
    CsvBatch batch = new CsvBatch(sink);
    long rows = -1; // The header is no row.
    for (CsvScanner.Found found = scanner.next();
        found != CsvScanner.Found.END;
        found = scanner.next()) {
      boolean broken = found == CsvScanner.Found.BROKEN;
      if (!broken && isNoRow(row)) {
        continue;
      }
      if (++rows > spec.limits().rows()) {
        throw new BadInput(row.line, "has more than " + spec.limits().rows() + " rows");
      }
      if (broken && header.width() == 0) {
        throw new BadInput(row.line, BROKEN_QUOTE + " where the header should be");
      }
      String fault = broken ? BROKEN_QUOTE : fault(row, header);
      if (!fault.isEmpty()) {
        sink.unreadable(row.line, fault, row.shown(SHOWN));
      } else if (header.width() == 0 || header.isRepeatedIn(row)) {
        batch.flush();
        if (header.take(row)) {
          sink.columns(header.names());
        }
      } else if (header.isTwofold() && header.contradicts(row)) {
        sink.unreadable(row.line, "has two values for columns of one name", row.shown(SHOWN));
      } else if (row.width() != header.needed() && misfits(row, header)) {
        refuseIfCut(row, header);
        sink.unreadable(row.line, ragged(row, header), row.shown(SHOWN));
      } else {
        batch.add(row);
      }
    }
    batch.flush();
    return Page.NONE;
  }

  /** Blank lines, and PowerShell's type line where files were joined. */
  private static boolean isNoRow(ScannedRow row) {
    return row.length == 0
        || (row.width() == 1 && row.isEmpty())
        || ((row.ends(0) >> 16) == '#' && CsvHead.isType(row.shown(SHOWN)));
  }

  private String fault(ScannedRow row, CsvHeader header) throws BadInput {
    if (row.hasNul) {
      if (header.width() == 0) {
        throw new BadInput(row.line, "holds NUL characters where the header should be");
      }
      return "holds a NUL character";
    }
    if (row.isBeyond) {
      String beyond = ScannedRow.beyond(spec.limits().cellLength());
      if (header.width() == 0) {
        throw new BadInput(row.line, beyond + " where the header should be");
      }
      return beyond;
    }
    return row.isEmpty() ? "empty row" : "";
  }

  /** Empty cells behind the last column do no harm; missing cells may be a row cut short. */
  private static boolean misfits(ScannedRow row, CsvHeader header) {
    if (row.width() < header.needed() || row.width() > row.kept()) {
      return true;
    }
    for (int i = header.width(); i < row.width(); i++) {
      if (!row.cell(i).isBlank()) {
        return true;
      }
    }
    return false;
  }

  /**
   * A file that ends within a row was not written to its end, and nobody knows how much is missing.
   */
  private static void refuseIfCut(ScannedRow row, CsvHeader header) throws BadInput {
    boolean isFooter = row.width() == 1 && FOOTER.matcher(row.shown(SHOWN)).matches();
    if (row.isOpen && row.width() < header.needed() && !isFooter) {
      throw new BadInput(
          row.line, ragged(row, header) + ", and no line end; the input may be half-written");
    }
  }

  private static String ragged(ScannedRow row, CsvHeader header) {
    String cells = row.width() == 1 ? " cell" : " cells";
    return "has " + row.width() + cells + ", the header " + header.needed();
  }
}

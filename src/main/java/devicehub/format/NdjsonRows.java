package devicehub.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import devicehub.intake.RowSink;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** One JSON record a line; a broken line spoils only itself. */
final class NdjsonRows implements RowReaders.Format {
  private final Limits limits;
  private final JsonFactory syntax;
  private final List<String> columns;

  NdjsonRows(FormatSpec spec, Set<String> wanted) {
    this.limits = spec.limits();
    this.syntax = JsonSyntax.within(limits);
    this.columns = List.copyOf(wanted);
  }

  @Override
  public Page read(TextInput text, RowSink sink) throws IOException {
    Magic.refuseMarkup(text.head(), "JSON");
    Lines lines = new Lines(text, limits);
    FieldTree wanted = FieldTree.of(columns);
    JsonWalk walk = new JsonWalk(limits);
    ValueBatch batch = new ValueBatch(sink, columns, columns.size(), limits);
    for (String line = lines.next(); line != null; line = lines.next()) {
      if (!line.isBlank()) {
        read(line, lines, walk, wanted, batch);
      }
    }
    batch.flush();
    return Page.NONE;
  }

  private void read(String line, Lines lines, JsonWalk walk, FieldTree wanted, ValueBatch batch)
      throws IOException {
    long number = lines.number();
    ValueRow row = batch.begin(number);
    try (JsonParser json = syntax.createParser(line)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        batch.unreadable(number, "is no record", line);
        return;
      }
      try {
        walk.gather(json, wanted, row);
      } catch (BadInput e) {
        batch.unreadable(number, e.reason(), line);
        return;
      }
      if (json.nextToken() == null) {
        batch.add(row);
      } else {
        batch.unreadable(number, "goes on behind the end of the JSON", line);
      }
    } catch (JsonEOFException e) {
      if (lines.isOpen()) {
        throw new BadInput(
            number, "ends within a record, and no line end; the input may be half-written");
      }
      batch.unreadable(number, JsonSyntax.bad(e).reason(), line);
    } catch (JsonProcessingException e) {
      batch.unreadable(number, JsonSyntax.bad(e).reason(), line);
    }
  }
}

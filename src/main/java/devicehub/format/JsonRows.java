package devicehub.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import devicehub.intake.RowSink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Answers of web services in JSON: records somewhere in an envelope. One record may stand where a
 * list is expected, and nothing where there are none.
 *
 * <pre>
 *   {"devices":{"device":[{…},{…}],"count":2}}      {"devices":{"device":{…},"count":1}}
 *   {"value":[{…}],"@odata.nextLink":"…"}           [{…},{…}]            {"devices":""}
 * </pre>
 */
final class JsonRows implements RowReaders.Format {
  /** In the envelope's tree: the records, then what {@link PagePaths} asks for. */
  private static final int RECORDS = 0;

  private final FormatSpec spec;
  private final JsonFactory syntax;
  private final List<String> columns;
  private final List<String> pagePaths;

  JsonRows(FormatSpec spec, Set<String> wanted) {
    this.spec = spec;
    this.syntax = JsonSyntax.within(spec.limits());
    this.columns = List.copyOf(wanted);
    this.pagePaths = spec.page().all();
  }

  @Override
  public Page read(TextInput text, RowSink sink) throws IOException {
    Magic.refuseMarkup(text.head(), "JSON");
    try (JsonParser json = syntax.createParser(text)) {
      try {
        return new Run(json, sink).read();
      } catch (BadInput e) {
        throw e.inLine(json.currentLocation().getLineNr());
      }
    } catch (JsonProcessingException e) {
      throw JsonSyntax.bad(e);
    }
  }

  /** One reading of one input. */
  private final class Run {
    private final JsonParser json;
    private final JsonWalk walk;
    private final FieldTree envelope;
    private final ValueRow envelopeValues;
    private final FieldTree record;
    private final ValueBatch batch;
    private long records;

    Run(JsonParser json, RowSink sink) {
      this.json = json;
      this.walk = new JsonWalk(spec.limits());
      List<String> outside = new ArrayList<>(List.of(spec.records()));
      outside.addAll(pagePaths);
      this.envelope = FieldTree.of(outside);
      this.envelopeValues = new ValueRow(outside.size(), 0);
      // Where the whole input may be one record, an error would stand among its fields.
      List<String> inside = new ArrayList<>(columns);
      inside.addAll(pagePaths);
      this.record = FieldTree.of(spec.records().isBlank() ? inside : columns);
      this.batch = new ValueBatch(sink, columns, inside.size(), spec.limits());
    }

    Page read() throws IOException {
      if (json.nextToken() == null) {
        throw new BadInput(0, "is empty, not even an empty list");
      }
      Page page = spec.records().isBlank() ? bare() : enveloped();
      if (json.nextToken() != null) {
        throw JsonSyntax.bad(json, "goes on behind the end of the JSON");
      }
      batch.flush();
      return page;
    }

    private Page enveloped() throws IOException {
      open(envelope);
      return spec.page().page(values(envelopeValues, 1));
    }

    private Page bare() throws IOException {
      if (json.currentToken() != JsonToken.START_OBJECT) {
        records();
        return Page.NONE;
      }
      ValueRow row = batch.begin(1);
      walk.gather(json, record, row);
      Page page = spec.page().page(values(row, columns.size()));
      if (!page.isError()) {
        batch.add(row);
      }
      return page;
    }

    private List<String> values(ValueRow row, int from) {
      List<String> values = new ArrayList<>(pagePaths.size());
      for (int i = 0; i < pagePaths.size(); i++) {
        values.add(row.value(from + i));
      }
      return values;
    }

    /** Walks down the envelope until the records. */
    private void open(FieldTree place) throws IOException {
      JsonToken token = json.currentToken();
      if (place.columns().length > 0 && place.columns()[0] == RECORDS) {
        records();
      } else if (token == JsonToken.START_ARRAY && !place.isEmpty()) {
        while (json.nextToken() != JsonToken.END_ARRAY) {
          open(place);
        }
      } else if (token == JsonToken.START_OBJECT && !place.isEmpty()) {
        long object = walk.nextObject();
        for (int names = 0; json.nextToken() != JsonToken.END_OBJECT; names++) {
          walk.checkNames(json, names);
          FieldTree below = place.child(json.currentName());
          json.nextToken();
          if (!below.isEmpty() && below.visit(object)) {
            open(below);
          } else {
            walk.skip(json);
          }
        }
      } else {
        walk.gather(json, place, envelopeValues);
      }
    }

    private void records() throws IOException {
      if (json.currentToken() == JsonToken.START_ARRAY) {
        while (json.nextToken() != JsonToken.END_ARRAY) {
          record();
        }
      } else if (!isNothing()) {
        record();
      }
    }

    /** No records: null, or the empty text that XML turned into JSON leaves. */
    private boolean isNothing() throws IOException {
      JsonToken token = json.currentToken();
      return token == JsonToken.VALUE_NULL
          || token == JsonToken.VALUE_STRING && json.getText().isBlank();
    }

    private void record() throws IOException {
      records++;
      if (json.currentToken() == JsonToken.START_OBJECT) {
        ValueRow row = batch.begin(records);
        walk.gather(json, record, row);
        batch.add(row);
      } else {
        String value = json.currentToken().isStructStart() ? "[…]" : json.getText();
        batch.unreadable(records, "is no record", value);
        walk.skip(json);
      }
    }
  }
}

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
  /** So many names of an input without records are told. */
  static final int TOP = 6;

  private final RecordPaths paths;
  private final JsonFactory syntax;

  JsonRows(FormatSpec spec, Set<String> wanted) {
    this.paths = new RecordPaths(spec, wanted);
    this.syntax = JsonSyntax.within(spec.limits());
  }

  @Override
  public Page read(TextInput text, RowSink sink) throws IOException {
    Magic.refuseMarkup(text.head(), "JSON");
    try (JsonParser json = syntax.createParser(text)) {
      return read(json, sink);
    }
  }

  private Page read(JsonParser json, RowSink sink) throws IOException {
    try {
      return new Run(json, sink).read();
    } catch (JsonProcessingException e) {
      throw JsonSyntax.bad(e).inLine(json.currentLocation().getLineNr());
    } catch (BadInput e) {
      throw e.inLine(json.currentLocation().getLineNr());
    }
  }

  /** One reading of one input. */
  private final class Run {
    private final JsonParser json;
    private final JsonWalk walk = new JsonWalk(paths.limits());
    private final FieldTree envelope = paths.envelope();
    private final ValueRow envelopeValues = paths.envelopeValues();
    private final FieldTree record = paths.record();
    private final ValueBatch batch;
    private final List<String> top = new ArrayList<>();
    private boolean found;
    private long records;

    Run(JsonParser json, RowSink sink) {
      this.json = json;
      this.batch = new ValueBatch(sink, paths.columns(), paths.cells(), paths.limits());
    }

    Page read() throws IOException {
      if (json.nextToken() == null) {
        throw new BadInput(0, "is empty, not even an empty list");
      }
      Page page = paths.isBare() ? bare() : enveloped();
      if (json.nextToken() != null) {
        throw JsonSyntax.bad(json, "goes on behind the end of the JSON");
      }
      batch.flush();
      return page;
    }

    private Page enveloped() throws IOException {
      open(envelope);
      Page page = paths.pageOfEnvelope(envelopeValues);
      return found ? page : page.lacking(paths.lacking(top));
    }

    private Page bare() throws IOException {
      if (json.currentToken() != JsonToken.START_OBJECT) {
        records();
        return Page.NONE;
      }
      ValueRow row = batch.begin(1);
      walk.gather(json, record, row);
      Page page = paths.pageOfRecord(row);
      if (!page.isError()) {
        batch.add(row);
      }
      return page;
    }

    /** Walks down the envelope until the records. */
    private void open(FieldTree place) throws IOException {
      JsonToken token = json.currentToken();
      if (RecordPaths.isRecords(place)) {
        found = true;
        records();
      } else if (token == JsonToken.START_ARRAY && !place.isEmpty()) {
        while (json.nextToken() != JsonToken.END_ARRAY) {
          open(place);
        }
      } else if (token == JsonToken.START_OBJECT && !place.isEmpty()) {
        long object = walk.nextObject();
        for (int names = 0; json.nextToken() != JsonToken.END_OBJECT; names++) {
          walk.checkNames(json, names);
          if (place == envelope && top.size() < TOP) {
            top.add(json.currentName());
          }
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
          || (token == JsonToken.VALUE_STRING && json.getText().isBlank());
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

package devicehub.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Gathers the wanted values of one JSON value after the other into rows. */
final class JsonWalk {
  /** No record has so many fields; a table of names to compare must not fill the memory. */
  private static final int NAMES = 100_000;

  private final Limits limits;
  private long objects;

  JsonWalk(Limits limits) {
    this.limits = limits;
  }

  /**
   * Puts what is wanted of the value the parser stands at into the row; numbers and words stay as
   * they are spelled.
   */
  void gather(JsonParser json, FieldTree wanted, ValueRow row) throws IOException {
    JsonToken token = json.currentToken();
    if (wanted.isEmpty()) {
      skip(json);
    } else if (token == JsonToken.START_ARRAY) {
      while (json.nextToken() != JsonToken.END_ARRAY) {
        gather(json, wanted, row);
      }
    } else if (token == JsonToken.START_OBJECT) {
      long object = nextObject();
      for (int names = 0; json.nextToken() != JsonToken.END_OBJECT; names++) {
        checkNames(json, names);
        FieldTree field = wanted.child(json.currentName());
        json.nextToken();
        if (!field.isEmpty() && field.visit(object)) {
          gather(json, field, row);
        } else {
          skip(json);
        }
      }
    } else if (token != JsonToken.VALUE_NULL && wanted.columns().length > 0) {
      row.add(wanted.columns(), json.getText(), limits);
    }
  }

  /** A number for one more object. */
  long nextObject() {
    return ++objects;
  }

  /** Passes over the value the parser stands at. */
  void skip(JsonParser json) throws IOException {
    if (!json.currentToken().isStructStart()) {
      return;
    }
    int names = 0;
    for (int depth = 1; depth > 0; ) {
      JsonToken token = json.nextToken();
      if (token.isStructStart()) {
        depth++;
      } else if (token.isStructEnd()) {
        depth--;
      } else if (token == JsonToken.FIELD_NAME) {
        checkNames(json, ++names);
      }
    }
  }

  void checkNames(JsonParser json, int names) throws BadInput {
    if (names > NAMES) {
      throw JsonSyntax.bad(json, "has an object of more than " + NAMES + " fields");
    }
  }
}

package devicehub.fleet;

/** Members of a JSON object, written in the order they come. */
final class Json {
  private final StringBuilder out;
  private final boolean escapeSlashes;
  private boolean first = true;

  Json(StringBuilder out, boolean escapeSlashes) {
    this.out = out;
    this.escapeSlashes = escapeSlashes;
    out.append('{');
  }

  Json text(String name, String value) {
    quote(name(name), value);
    return this;
  }

  Json raw(String name, String value) {
    name(name).append(value);
    return this;
  }

  void end() {
    out.append('}');
  }

  private StringBuilder name(String name) {
    if (!first) {
      out.append(',');
    }
    first = false;
    return quote(out, name).append(':');
  }

  private StringBuilder quote(StringBuilder to, String text) {
    to.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\' || (c == '/' && escapeSlashes)) {
        to.append('\\');
      }
      to.append(c);
    }
    return to.append('"');
  }
}

package devicehub.routes;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds formats to read or write that this hub was built without. */
final class DataFormatCheck {
  private static final Set<String> STEPS = Set.of("marshal", "unmarshal");

  /** What a step may hold beside its format. */
  private static final Set<String> NO_FORMATS =
      Set.of(
          "id",
          "description",
          "note",
          "disabled",
          "variableSend",
          "variableReceive",
          "custom",
          "allowNullBody",
          "tokenizer");

  /** Names that differ between a route and the class path. */
  private static final Map<String, String> OTHERWISE_NAMED = Map.of("json", "jackson");

  private final RouteProblems problems;
  private final Set<String> present = OnClassPath.DATA_FORMATS.names();

  DataFormatCheck(RouteProblems problems) {
    this.problems = problems;
  }

  void check(YamlNode root) {
    root.all()
        .filter(step -> STEPS.contains(step.key()) && step.isMapping())
        .flatMap(step -> step.children().stream())
        .filter(format -> !NO_FORMATS.contains(format.key()) && !present.contains(service(format)))
        .forEach(
            format ->
                problems.add(format, "the data format '" + service(format) + "' is not built in"));
  }

  private static String service(YamlNode format) {
    return format
        .text("library")
        .map(library -> library.text().toLowerCase(Locale.ROOT))
        .orElseGet(() -> OTHERWISE_NAMED.getOrDefault(format.key(), format.key()));
  }
}

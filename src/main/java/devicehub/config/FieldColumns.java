package devicehub.config;

import devicehub.intake.FeedRole;
import devicehub.intake.Field;
import devicehub.intake.FieldMap;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads which columns carry which field; a feed's list replaces its preset's. */
final class FieldColumns {
  private static final List<String> FIELDS =
      Arrays.stream(Field.values()).map(Field::label).toList();

  private FieldColumns() {}

  static FieldMap read(Layers feed, FeedRole role) {
    Layers fields = feed.within("fields");
    FieldMap map = new FieldMap(columns(fields.preset())).with(columns(fields.own()));
    missing(map, role)
        .ifPresent(
            what ->
                feed.own()
                    .problem(
                        "fields",
                        "no columns for " + what + ": without, no row can become a record"));
    return map;
  }

  private static Map<Field, List<String>> columns(YamlMap fields) {
    Map<Field, List<String>> columns = new EnumMap<>(Field.class);
    for (String label : fields.keys()) {
      Optional<Field> field = Field.of(label);
      if (field.isEmpty()) {
        fields.problemAtKey(label, "unknown field '" + label + "'" + Nearest.hint(label, FIELDS));
      } else if (columns.put(field.get(), fields.texts(label)) != null) {
        fields.problemAtKey(label, "field '" + field.get().label() + "' is given twice");
      }
    }
    return columns;
  }

  /** What a side cannot do without, as the reading of rows demands it. */
  private static Optional<String> missing(FieldMap map, FeedRole role) {
    return switch (role) {
      case ENROLLMENT -> has(map, Field.ID) ? Optional.empty() : Optional.of("'id'");
      case MAIL -> {
        boolean device = has(map, Field.EAS_ID) || has(map, Field.DEVICE_TYPE);
        boolean named = has(map, Field.ID) || has(map, Field.IDENTITY);
        yield named || (has(map, Field.MAILBOX) && device)
            ? Optional.empty()
            : Optional.of("'mailbox' and 'eas-id', nor for 'identity'");
      }
      case DIRECTORY ->
          has(map, Field.OWNER) || has(map, Field.LOGIN) || has(map, Field.NAMES)
              ? Optional.empty()
              : Optional.of("'owner', 'login' or 'names'");
    };
  }

  private static boolean has(FieldMap map, Field field) {
    return !map.columns(field).isEmpty();
  }
}

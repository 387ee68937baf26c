package devicehub.fleet;

import devicehub.fleet.Handset.Form;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a careful reader sees of a device in one record's own words, and nothing the generator knows
 * beside them. Null is what the record does not say.
 */
record Seen(
    @Nullable String maker, @Nullable Boolean ios, @Nullable Form form, @Nullable Handset model) {
  private static final Map<String, Handset> MODELS = models();

  private static Map<String, Handset> models() {
    Map<String, Handset> models = new HashMap<>();
    for (Handset handset : Handsets.ALL) {
      for (String name :
          List.of(
              handset.code(),
              handset.mailCode(),
              handset.name(),
              "HUAWEI " + handset.code(),
              handset.maker() + " " + handset.code())) {
        models.put(name.toLowerCase(Locale.ROOT), handset);
      }
    }
    return models;
  }

  static Seen in(EnrollmentRow row) {
    Handset model = MODELS.get(row.model.toLowerCase(Locale.ROOT));
    if (model != null) {
      return of(model);
    }
    String maker = maker(row.manufacturer);
    return new Seen(maker, maker == null ? null : maker.equals("Apple"), form(row.model), null);
  }

  static Seen in(MailRow row) {
    if (row.type.equals("Outlook")) {
      return new Seen(null, row.os.startsWith("iOS"), null, null);
    }
    Handset model = MODELS.get(row.model.toLowerCase(Locale.ROOT));
    return model == null ? new Seen(null, null, null, null) : of(model);
  }

  private static Seen of(Handset model) {
    return new Seen(model.maker(), model.apple(), model.form(), model);
  }

  private static @Nullable Form form(String model) {
    return switch (model) {
      case "iPad" -> Form.TABLET;
      case "iPhone" -> Form.PHONE;
      default -> null;
    };
  }

  private static @Nullable String maker(String spelling) {
    for (Handset handset : Handsets.ALL) {
      if (handset.mdmMakers().stream().anyMatch(spelling::equalsIgnoreCase)) {
        return handset.maker();
      }
    }
    return null;
  }

  boolean sameMaker(Seen other) {
    return agree(maker, other.maker);
  }

  boolean samePlatformAndForm(Seen other) {
    return agree(ios, other.ios) && agree(form, other.form);
  }

  boolean sameModel(Seen other) {
    return agree(model, other.model);
  }

  boolean saysSomethingThatAgrees(Seen other) {
    return (maker != null && maker.equals(other.maker))
        || (ios != null && ios.equals(other.ios))
        || (model != null && model.equals(other.model));
  }

  private static boolean agree(@Nullable Object one, @Nullable Object other) {
    return one == null || other == null || one.equals(other);
  }
}

package devicehub.config;

import devicehub.intake.DateReader;
import devicehub.intake.DateReader.Order;
import java.text.DateFormat;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads how a feed writes its times: its zone, and day or month first, said outright or by the
 * culture of whoever exported it. A preset may demand a zone: its source writes local times.
 */
final class DateRules {
  private static final List<String> ORDERS = List.of("month-first", "day-first", "unknown");

  private DateRules() {}

  static DateReader read(Layers feed) {
    return new DateReader(zone(feed), order(feed));
  }

  private static ZoneId zone(Layers feed) {
    String zone = feed.text("zone", "UTC");
    if (zone.equals("required")) {
      feed.own()
          .problem(
              "zone",
              "'zone' is missing: this source writes local times, so say whose, such as"
                  + " 'zone: Europe/Berlin'");
      return ZoneOffset.UTC;
    }
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException e) {
      feed.problem(
          "zone", "unknown zone '" + zone + "'; use a name such as UTC, Europe/Berlin or +01:00");
      return ZoneOffset.UTC;
    }
  }

  private static Order order(Layers feed) {
    if (feed.own().has("culture") && feed.own().has("dates")) {
      feed.problem("dates", "'dates' and 'culture' say the same thing: give one of them");
    }
    if (feed.own().has("culture")) {
      return feed.own().text("culture").map(tag -> order(feed, tag)).orElse(Order.UNKNOWN);
    }
    String dates = feed.text("dates", "unknown");
    if (!ORDERS.contains(dates)) {
      feed.problem("dates", "unknown dates '" + dates + "'" + Nearest.hint(dates, ORDERS));
      return Order.UNKNOWN;
    }
    return Order.valueOf(dates.replace('-', '_').toUpperCase(Locale.ROOT));
  }

  private static Order order(Layers feed, String tag) {
    Optional<Locale> culture = culture(tag);
    if (culture.isEmpty()) {
      feed.problem(
          "culture", "unknown culture '" + tag + "'; use language and country, such as en-US");
      return Order.UNKNOWN;
    }
    String pattern =
        DateTimeFormatterBuilder.getLocalizedDateTimePattern(
            FormatStyle.SHORT, null, IsoChronology.INSTANCE, culture.get());
    return pattern.indexOf('M') < pattern.indexOf('d') ? Order.MONTH_FIRST : Order.DAY_FIRST;
  }

  /** A culture that Java knows. Those it writes dates for are listed sooner than all are. */
  static Optional<Locale> culture(String tag) {
    Locale likely = Locale.forLanguageTag(tag);
    return likely.toLanguageTag().equalsIgnoreCase(tag)
            && !likely.getCountry().isEmpty()
            && Arrays.asList(DateFormat.getAvailableLocales()).contains(likely)
        ? Optional.of(likely)
        : Arrays.stream(Locale.getAvailableLocales())
            .filter(locale -> locale.toLanguageTag().equalsIgnoreCase(tag))
            .filter(locale -> !locale.getCountry().isEmpty())
            .findFirst();
  }
}

package devicehub.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads single values. Each reader throws {@link BadValueException} saying what it needs.
 *
 * <pre>
 *   duration  2m, 90s, 48h, 2d, 500ms, PT2M
 *   size      65536, 64KB, 1MB, 2GB (1 KB = 1024 bytes)
 * </pre>
 */
final class Values {
  private static final Pattern SHORT_DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)");
  private static final Pattern SIZE = Pattern.compile("(\\d{1,12})\\s*(|B|KB|MB|GB)");
  private static final Set<String> BROKERS =
      Set.of("tcp", "ssl", "nio", "nio+ssl", "auto", "auto+ssl", "failover");

  private static final String LDAP_SERVER =
      "(ldap|ldaps|ldap\\+starttls)://([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+\\])(:\\d{1,5})?/?";

  private Values() {}

  static String text(String text) {
    return text;
  }

  /** A name on the broker. */
  static String name(String text) {
    if (!text.matches("[A-Za-z0-9._/-]+")) {
      throw new BadValueException("must be a name of letters, digits, dots and dashes");
    }
    return text;
  }

  static boolean flag(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new BadValueException("must be true or false");
    };
  }

  static Function<String, Integer> number(int least, int most) {
    return text ->
        Numbers.parse(text)
            .filter(number -> number >= least && number <= most)
            .orElseThrow(
                () ->
                    new BadValueException("must be a whole number from " + least + " to " + most));
  }

  /** A span of time longer than nothing. */
  static Duration duration(String text) {
    Duration duration = anyDuration(text);
    if (duration.isZero()) {
      throw new BadValueException("must be longer than nothing");
    }
    return duration;
  }

  /** Long enough to be renewed in time by a busy hub, short enough to be waited for. */
  static Duration lease(String text) {
    Duration lease = anyDuration(text);
    if (lease.toMillis() < 2_000 || lease.toMinutes() > 10) {
      throw new BadValueException("must be a time from 2s to 10m");
    }
    return lease;
  }

  static Duration anyDuration(String text) {
    Matcher matcher = SHORT_DURATION.matcher(text);
    try {
      Duration duration =
          matcher.matches()
              ? of(Long.parseLong(matcher.group(1)), matcher.group(2))
              : Duration.parse(text);
      if (!duration.isNegative() && duration.toDays() <= 3650) {
        return duration;
      }
    } catch (DateTimeParseException e) {
      // Said below, in the words of the file.
    }
    throw new BadValueException("must be a time such as 90s, 2m, 48h or PT2M");
  }

  private static Duration of(long amount, String unit) {
    return switch (unit) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }

  /** Bytes, at least one. */
  static long size(String text) {
    Matcher matcher = SIZE.matcher(text.toUpperCase(Locale.ROOT));
    long amount = matcher.matches() ? Long.parseLong(matcher.group(1)) : 0;
    if (amount == 0) {
      throw new BadValueException("must be a size such as 65536, 64KB, 1MB or 2GB");
    }
    int shift =
        switch (matcher.group(2)) {
          case "KB" -> 10;
          case "MB" -> 20;
          case "GB" -> 30;
          default -> 0;
        };
    if (amount > Long.MAX_VALUE >> shift) {
      throw new BadValueException("is larger than any file");
    }
    return amount << shift;
  }

  static Path path(String text) {
    return path(text, "must be a folder");
  }

  static Path file(String text) {
    return path(text, "must be a file");
  }

  private static Path path(String text, String otherwise) {
    try {
      if (!text.isEmpty()) {
        return Path.of(text);
      }
    } catch (InvalidPathException e) {
      // Said below, in the words of the file.
    }
    throw new BadValueException(otherwise);
  }

  static String fileName(String text) {
    if (!text.matches("[A-Za-z0-9._-]+\\.ya?ml")) {
      throw new BadValueException("must be the name of a .yaml file in the configuration folder");
    }
    return text;
  }

  static String host(String text) {
    if (!text.matches("[A-Za-z0-9.:_-]+")) {
      throw new BadValueException("must be a host name or an IP address");
    }
    return text;
  }

  /** Empty for the embedded store. */
  static String storeUrl(String text) {
    if (!text.isEmpty() && !text.matches("jdbc:postgresql:\\S+")) {
      throw new BadValueException("must be empty (the embedded store) or jdbc:postgresql://…");
    }
    return text;
  }

  /** Empty for the embedded broker. */
  static String brokerUrl(String text) {
    int colon = text.indexOf(':');
    if (!text.isEmpty() && (colon < 0 || !BROKERS.contains(text.substring(0, colon)))) {
      throw new BadValueException(
          "must be empty (the embedded broker) or an ActiveMQ address such as"
              + " tcp://broker.example:61616 or failover:(…)");
    }
    return text;
  }

  /** Addresses of one directory's servers, asked in turn until one answers. */
  static String ldapUrl(String text) {
    if (!text.matches(LDAP_SERVER + "( " + LDAP_SERVER + ")*")) {
      throw new BadValueException(
          "must be an address such as ldaps://dc1.acme.example, or ldap:// or ldap+starttls://;"
              + " several are separated by blanks, and what to search stands under 'base'");
    }
    if (Arrays.stream(text.split(" ")).map(url -> url.split(":", 2)[0]).distinct().count() > 1) {
      throw new BadValueException("must not mix ways to connect");
    }
    return text;
  }

  /** An address a feed can be fetched from. */
  static String httpUrl(String text) {
    try {
      URI uri = new URI(text);
      boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (http && uri.getHost() != null && uri.getUserInfo() == null) {
        return text;
      }
    } catch (URISyntaxException e) {
      // Said below, in the words of the file.
    }
    throw new BadValueException("must be an address such as https://mdm.example/path");
  }
}

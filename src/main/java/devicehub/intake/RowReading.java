package devicehub.intake;

import devicehub.device.DeviceRecord;
import devicehub.device.IdText;
import devicehub.device.Identifier;
import devicehub.device.Imei;
import devicehub.device.Lifecycle;
import devicehub.device.OwnerClaim;
import devicehub.device.Placeholder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What both sides read alike in a row, gathering remarks on whatever had to be left alone. */
final class RowReading {
  /** A number that a spreadsheet rounded: its last digits are lost for good. */
  private static final Pattern ROUNDED = Pattern.compile("\\d+([.,]\\d+)?[eE]\\+?\\d{1,3}");

  /** Type names that PowerShell writes where a property was no text. */
  private static final Pattern TYPE_NAME =
      Pattern.compile("System\\.[\\w.]+(\\[\\])?|Microsoft\\.Exchange\\.[\\w.+]+");

  private final FeedSpec feed;
  private final BoundFields fields;
  private final Row row;
  private final List<Identifier> identifiers = new ArrayList<>(4);
  private List<String> remarks = List.of();

  RowReading(FeedSpec feed, BoundFields fields, Row row) {
    this.feed = feed;
    this.fields = fields;
    this.row = row;
  }

  /** The field's text; a PowerShell type name in its place counts as nothing. */
  String text(Field field) {
    String text = fields.first(row, field);
    if (isTypeName(text)) {
      remark(fields.columnName(field) + " holds a type name, not a value");
      return "";
    }
    return text;
  }

  private static boolean isTypeName(String text) {
    return (text.startsWith("System.") || text.startsWith("Microsoft.Exchange."))
        && TYPE_NAME.matcher(text).matches();
  }

  /** The field's first value, where a cell may hold several. */
  String first(Field field) {
    String text = text(field);
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end).strip();
  }

  /** Adds every identifier the field holds. */
  void identify(Field field, Function<String, ? extends Optional<? extends Identifier>> reader) {
    for (String value : fields.all(row, field)) {
      identify(fields.columnName(field), value, reader);
    }
  }

  void identify(
      String column,
      String value,
      Function<String, ? extends Optional<? extends Identifier>> reader) {
    if (value.indexOf('+') > 0 && ROUNDED.matcher(value).matches()) {
      remark(column + " '" + value + "' was rounded by a spreadsheet");
      return;
    }
    Optional<? extends Identifier> identifier = reader.apply(value);
    if (identifier.isPresent()) {
      identify(identifier.get());
    } else {
      flawed(column, value, reader);
    }
  }

  void identify(Identifier identifier) {
    long hash = identifiers.isEmpty() ? 0 : identifier.hash();
    for (Identifier known : identifiers) {
      if (known.hash() == hash && known.comparable().equals(identifier.comparable())) {
        return;
      }
    }
    identifiers.add(identifier);
  }

  /** Placeholders are everyday; a mistyped IMEI is worth a remark. */
  private void flawed(
      String column, String value, Function<String, ? extends Optional<? extends Identifier>> by) {
    boolean everyday = Placeholder.isUnfolded(value);
    if (!everyday) {
      boolean imei = by.apply("490154203237518").filter(Imei.class::isInstance).isPresent();
      String flaw = imei ? "is no valid IMEI" : Identifier.flaw(value).orElse("identifies nothing");
      remark(column + " '" + shortened(value) + "' " + flaw);
    }
  }

  List<Identifier> identifiers() {
    return identifiers;
  }

  List<OwnerClaim> owners() {
    List<OwnerClaim> claims = new ArrayList<>(2);
    String domain = fields.first(row, Field.OWNER_DOMAIN);
    for (String value : fields.all(row, Field.OWNER)) {
      if (value.indexOf('@') > 0 && (value.indexOf(';') > 0 || value.indexOf(',') > 0)) {
        for (String part : value.split("[;,]")) {
          // Between addresses anything else is punctuation or a name to show.
          if (part.indexOf('@') > 0) {
            claim(claims, part, domain);
          }
        }
      } else {
        claim(claims, value, domain);
      }
    }
    return claims;
  }

  private static void claim(List<OwnerClaim> claims, String value, String domain) {
    if (value.isBlank() || Placeholder.isUnfolded(value) || isTypeName(value)) {
      return;
    }
    OwnerClaim claim = OwnerClaim.of(value);
    if (claim.kind() == OwnerClaim.Kind.LOGIN && !domain.isEmpty() && value.indexOf('\\') < 0) {
      claim = new OwnerClaim(OwnerClaim.Kind.LOGIN, domain + "\\" + claim.shown());
    }
    if (!claims.contains(claim)) {
      claims.add(claim);
    }
  }

  long time(Field field) {
    long newest = DeviceRecord.NEVER;
    for (String value : fields.all(row, field)) {
      DateReader.Reading reading = feed.dates().read(value);
      if (reading instanceof DateReader.Reading.At at) {
        newest = Math.max(newest, at.millis());
      } else if (reading instanceof DateReader.Reading.Undecided undecided) {
        remark(fields.columnName(field) + " " + undecided.reason());
        newest = Math.max(newest, undecided.ahead() ? DeviceRecord.AHEAD : DeviceRecord.UNDECIDED);
      }
      if (newest > DeviceRecord.UNDECIDED) {
        break;
      }
    }
    return newest;
  }

  /** The life-cycle the status columns tell; empty where they say this is no enrolment at all. */
  Optional<Lifecycle> lifecycle() {
    Lifecycle lifecycle = Lifecycle.ACTIVE;
    for (String value : fields.all(row, Field.STATUS)) {
      String word = IdText.fold(value);
      if (feed.ignored().contains(word)) {
        return Optional.empty();
      }
      if (feed.retired().contains(word)) {
        lifecycle = Lifecycle.RETIRED;
      } else if (feed.inactive().contains(word) && lifecycle == Lifecycle.ACTIVE) {
        lifecycle = Lifecycle.INACTIVE;
      }
    }
    return Optional.of(lifecycle);
  }

  HardwareText hardware() {
    String system = system();
    String type = text(Field.DEVICE_TYPE);
    String maker = text(Field.MANUFACTURER);
    String model = text(Field.MODEL);
    String modelName = text(Field.MODEL_NAME);
    String userAgent = text(Field.USER_AGENT);
    String friendlyName = text(Field.FRIENDLY_NAME);
    return new HardwareText(maker, model, modelName, type, system, userAgent, friendlyName);
  }

  /** The same, where some of the words were read before. */
  HardwareText hardware(String type, String model, String userAgent) {
    String system = system();
    String maker = text(Field.MANUFACTURER);
    String modelName = text(Field.MODEL_NAME);
    String friendlyName = text(Field.FRIENDLY_NAME);
    return new HardwareText(maker, model, modelName, type, system, userAgent, friendlyName);
  }

  /** The operating system and its version, in whichever columns they stand. */
  private String system() {
    String platform = text(Field.PLATFORM);
    String os = text(Field.OS);
    String version = text(Field.OS_VERSION);
    String system = os;
    if (os.isEmpty()) {
      system = platform.isEmpty() ? version : (platform + " " + version).strip();
    }
    if (!os.isEmpty() && !version.isEmpty() && !os.contains(version)) {
      system = os + " " + version;
    }
    return system.isEmpty() ? platform : system;
  }

  void remark(String remark) {
    if (remarks.isEmpty()) {
      remarks = new ArrayList<>(1);
    }
    if (!remarks.contains(remark)) {
      remarks.add(remark);
    }
  }

  List<String> remarks() {
    return List.copyOf(remarks);
  }

  static String shortened(String value) {
    return value.length() > 60 ? value.substring(0, 60) + "…" : value;
  }
}

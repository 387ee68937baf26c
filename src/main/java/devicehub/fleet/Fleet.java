package devicehub.fleet;

import devicehub.fleet.MailRow.Server;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A fleet held in memory, ready to be shown in any shape. For fleets too large to hold, see {@link
 * FleetWriter}.
 */
public final class Fleet {
  private final List<Household> households;

  private Fleet(List<Household> households) {
    this.households = List.copyOf(households);
  }

  public static Fleet of(FleetPlan plan) {
    List<Household> households = new ArrayList<>();
    long count = plan.households();
    for (long number = 0; number < count; number++) {
      households.add(Household.of(plan, number));
    }
    return new Fleet(households);
  }

  List<Household> households() {
    return households;
  }

  /** One JSON object per device of MaaS360, retired and mail-only ones included. */
  public List<String> maas360Devices() {
    return households.stream()
        .flatMap(household -> household.enrollments.stream())
        .map(Maas360Json::device)
        .toList();
  }

  /** Whole answers of MaaS360's device search, of {@code size} devices each but the last. */
  public List<String> maas360Pages(int size) {
    return Maas360Json.pages(maas360Devices(), size);
  }

  /** One managedDevice object of Microsoft Graph per device Intune still lists. */
  public List<String> graphDevices() {
    return households.stream()
        .flatMap(household -> household.enrollments.stream())
        .filter(row -> row.shownBy(Shape.INTUNE))
        .map(GraphJson::device)
        .toList();
  }

  /** Whole answers of Microsoft Graph, of {@code size} devices each but the last. */
  public List<String> graphPages(int size) {
    return GraphJson.pages(graphDevices(), size);
  }

  /** One JSON object per device of Traveler. */
  public List<String> travelerDevices() {
    return households.stream()
        .flatMap(household -> household.mail.stream())
        .filter(row -> row.server == Server.TRAVELER)
        .map(TravelerJson::device)
        .toList();
  }

  /** All devices of Traveler in one answer. */
  public String travelerJson() {
    return TravelerJson.envelope(travelerDevices());
  }

  public String exchangeCsv(ExportStyle style) {
    return text(new ExchangeCsv(style));
  }

  public String intuneCsv() {
    return text(new IntuneCsv());
  }

  public String directoryCsv() {
    return text(new DirectoryCsv());
  }

  /** What must become of every record of this shape and of the mail servers. */
  public String truthCsv(Shape shape) {
    return text(new TruthCsv(shape));
  }

  /** How many households play each trick. */
  Map<Trick, Integer> tricks() {
    Map<Trick, Integer> counts = new EnumMap<>(Trick.class);
    for (Household household : households) {
      counts.merge(household.trick, 1, Integer::sum);
    }
    return counts;
  }

  private String text(RowFormat format) {
    StringBuilder out = new StringBuilder();
    format.header(out);
    for (Household household : households) {
      format.rows(household, out);
    }
    return out.toString();
  }
}

package devicehub.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The small fleet that comes with the hub, as the files under {@code config/samples}. */
final class SampleFiles {
  static final FleetPlan PLAN =
      new FleetPlan(1, 148, Instant.parse("2026-01-23T12:00:00Z"), Mix.everyTrick());
  private static final int PAGE = 50;

  private SampleFiles() {}

  /** Every file's text by its path below the samples' folder. */
  static Map<String, String> all() {
    Fleet fleet = Fleet.of(PLAN);
    Map<String, String> files = new LinkedHashMap<>();
    List<String> pages = fleet.maas360Pages(PAGE);
    for (int i = 0; i < pages.size(); i++) {
      files.put("maas360/devices-page-" + (i + 1) + ".json", pages.get(i));
    }
    files.put("exchange/MobileDevices.csv", fleet.exchangeCsv(ExportStyle.plain()));
    files.put("traveler/devices.json", fleet.travelerJson());
    files.put("people/people.csv", fleet.directoryCsv());
    files.put("truth.csv", fleet.truthCsv(Shape.MAAS360));
    files.put("README.md", readme(fleet));
    return files;
  }

  static void write(Path folder) throws IOException {
    for (Map.Entry<String, String> file : all().entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }

  private static String readme(Fleet fleet) {
    StringBuilder out = new StringBuilder();
    out.append(
        """
        # A small company to try the hub on

        Nobody here exists. %d people and their phones, as four systems would list them on %s:

        | File | As |
        |---|---|
        | `maas360/devices-page-*.json` | IBM MaaS360 answers a device search, 50 devices a page |
        | `exchange/MobileDevices.csv` | Exchange's partnerships, exported by PowerShell; times are UTC |
        | `traveler/devices.json` | HCL Traveler lists its devices |
        | `people/people.csv` | who owns which addresses and names |
        | `truth.csv` | the right answer for every record |

        `truth.csv`: `MERGED` belongs to `enrollment_id` (with reasons given, an exception for one of them is
        right too); `EXCEPTION` is for a person to look at, for any one of `reasons`, with at least
        `candidates` offered; `IGNORED` is neither merged nor an exception; `UNMATCHED_OK` is an enrolment
        without mail; `SUPERSEDED` is an older enrolment of the device in `enrollment_id`. Two records with one
        `device` are truly on one phone. `decidable` says by what the visible fields decide.

        The files are made by `devicehub.fleet.FleetMain --sample config/samples`; a test fails when they differ.
        `devicehub.fleet.FleetMain --serve config/samples --port 8085` answers with the same devices as MaaS360
        and Traveler do over HTTP (billing id 30000001, user `hub`, password `sample`).

        Models and the shapes of identifiers are real. What the apps Nine, Gmail and Verse send of
        themselves is invented, for no description of it is public.

        Each household plays one trick:

        | Trick | Households | The question |
        |---|---|---|
        """
            .formatted(PLAN.people(), PLAN.asOf()));
    fleet
        .tricks()
        .forEach(
            (trick, count) ->
                out.append("| ")
                    .append(trick)
                    .append(" | ")
                    .append(count)
                    .append(" | ")
                    .append(trick.sentence)
                    .append(" |\n"));
    return out.toString();
  }
}

package devicehub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import devicehub.config.Config;
import devicehub.device.DeviceRecord;
import devicehub.device.Identifier;
import devicehub.device.OwnerClaim;
import devicehub.device.Person;
import devicehub.intake.HardwareReader;
import devicehub.intake.RowIntake;
import devicehub.intake.UnreadableInputException;
import devicehub.polling.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One folder of samples: inputs of one feed, and what becomes of them.
 *
 * <pre>
 *   samples/exchange/sections-written-as-question-marks/
 *     feed.yaml       the feed as an administrator writes it; without it just its kind, the group
 *     hub.properties  settings, where the case is about one
 *     input.csv       bytes as they come; several inputs are pages of one snapshot, by name
 *     expected.json   every record, every row at fault, or why nothing could be read
 * </pre>
 *
 * <p>What is empty or not known is left out of the expectation, so an added value is a difference.
 */
record GoldenCase(Path folder) {
  static final String EXPECTED = "expected.json";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HardwareReader HARDWARE = new HardwareReader();

  String name() {
    return group() + "/" + folder.getFileName();
  }

  private String group() {
    return String.valueOf(folder.getParent().getFileName());
  }

  List<Path> inputs() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("input"))
          .sorted()
          .toList();
    }
  }

  boolean isExpected() {
    return Files.exists(folder.resolve(EXPECTED));
  }

  JsonNode expected() throws IOException {
    return JSON.readTree(folder.resolve(EXPECTED).toFile());
  }

  /** Reads the inputs as the hub does, configuration and all, and tells what came of it. */
  ObjectNode outcome(Path temp) throws IOException {
    Feed feed = feed(temp);
    RowIntake intake = new RowIntake(feed.spec(), HARDWARE);
    ObjectNode told = JSON.createObjectNode();
    for (Path input : inputs()) {
      String name = input.getFileName().toString();
      try (InputStream in = Files.newInputStream(input)) {
        Page page = feed.reader().read(name, in, intake.from(name));
        if (page.error().isPresent()) {
          return told.put("unreadable", "the server reports: " + page.error().get());
        }
        page.next().ifPresent(next -> told.put("next", next));
        if (page.total() >= 0) {
          told.put("total", page.total());
        }
      } catch (UnreadableInputException e) {
        // What was read before counts for nothing: a snapshot takes force whole or not at all.
        return told.put("unreadable", String.valueOf(e.getMessage()));
      }
    }
    count(told, intake);
    return told;
  }

  private Feed feed(Path temp) throws IOException {
    Path own = folder.resolve("feed.yaml");
    String block = Files.exists(own) ? Files.readString(own) : "kind: " + group() + "\n";
    Files.writeString(temp.resolve("feeds.yaml"), group() + ":\n" + block.indent(2));
    Path settings = folder.resolve("hub.properties");
    Files.writeString(
        temp.resolve("hub.properties"), Files.exists(settings) ? Files.readString(settings) : "");
    Files.writeString(temp.resolve("rules.yaml"), "version: v1\nrules:\n  - otherwise: refer\n");
    Config config = Config.load(temp, Map.of("data", temp.toString()));
    return new FeedWiring(config.settings()).feeds(config.feeds()).get(group());
  }

  private static void count(ObjectNode told, RowIntake intake) {
    told.put("rowsIn", intake.rowsIn());
    ArrayNode accepted = told.putArray("accepted");
    intake.records().forEach(record -> accepted.add(record(record)));
    intake.people().forEach(person -> accepted.add(person(person)));
    told.put("duplicate", intake.duplicates());
    ArrayNode rejected = told.putArray("rejected");
    for (RowIntake.Fault fault : intake.faults()) {
      rejected.addObject().put("line", fault.row().line()).put("reason", fault.row().reason());
    }
    told.put("ignored", intake.ignored());
  }

  private static ObjectNode record(DeviceRecord record) {
    ObjectNode told = JSON.createObjectNode();
    put(told, "id", record.key().id());
    put(told, "deviceId", record.deviceId());
    put(told, "mailbox", record.mailbox());
    put(told, "owners", record.owners().stream().map(GoldenCase::claim));
    put(told, "ids", record.identifiers().stream().map(GoldenCase::identifier));
    put(told, "manufacturer", record.hardware().manufacturer().name());
    put(told, "model", record.hardware().model().name());
    put(told, "platform", record.hardware().platform().name());
    put(told, "form", record.hardware().formFactor().name());
    put(told, "client", record.client().name());
    put(told, "lifecycle", record.lifecycle().name());
    put(told, "lastSeen", record.lastSeen().map(Object::toString).orElse(""));
    put(told, "remarks", record.remarks().stream());
    return told;
  }

  private static ObjectNode person(Person person) {
    ObjectNode told = JSON.createObjectNode();
    put(told, "id", person.id());
    put(told, "owners", person.claims().stream().map(GoldenCase::claim));
    put(told, "displayName", person.displayName());
    if (person.shared()) {
      told.put("shared", true);
    }
    return told;
  }

  private static String claim(OwnerClaim claim) {
    return claim.kind() + " " + claim.shown();
  }

  private static String identifier(Identifier identifier) {
    return identifier.getClass().getSimpleName() + " " + identifier.shown();
  }

  private static void put(ObjectNode told, String name, String value) {
    if (!value.isEmpty() && !value.equals("UNKNOWN")) {
      told.put(name, value);
    }
  }

  private static void put(ObjectNode told, String name, Stream<String> values) {
    ArrayNode array = JSON.createArrayNode();
    values.forEach(array::add);
    if (!array.isEmpty()) {
      told.set(name, array);
    }
  }

  /** Every folder of samples, by name. */
  static List<GoldenCase> all(Path samples) throws IOException {
    try (Stream<Path> folders = Files.find(samples, 2, (path, about) -> about.isDirectory())) {
      return folders
          .filter(folder -> samples.relativize(folder).getNameCount() == 2)
          .sorted()
          .map(GoldenCase::new)
          .toList();
    }
  }
}

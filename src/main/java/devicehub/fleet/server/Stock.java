package devicehub.fleet.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the servers have to tell: one JSON object per device, as text.
 *
 * @param maas360 objects of MaaS360's device search
 * @param traveler objects of Traveler's device list
 * @param graph managedDevice objects of Microsoft Graph
 */
public record Stock(List<String> maas360, List<String> traveler, List<String> graph) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public Stock {
    maas360 = List.copyOf(maas360);
    traveler = List.copyOf(traveler);
    graph = List.copyOf(graph);
  }

  /** The text of one object as a tree. */
  static JsonNode parsed(String object) {
    try {
      return JSON.readTree(object);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a JSON object: " + object, e);
    }
  }

  /** Nothing yet. */
  public static Stock empty() {
    return new Stock(List.of(), List.of(), List.of());
  }

  /** Reads a folder laid out as {@code config/samples}; what is not there is empty. */
  public static Stock read(Path folder) throws IOException {
    return new Stock(
        objects(folder.resolve("maas360"), "devices", "device"),
        // Reading lost the escapes that Traveler puts before its slashes.
        objects(folder.resolve("traveler"), "", "data").stream()
            .map(device -> device.replace("/", "\\/"))
            .toList(),
        objects(folder.resolve("graph"), "", "value"));
  }

  private static List<String> objects(Path folder, String envelope, String list)
      throws IOException {
    List<String> objects = new ArrayList<>();
    for (Path file : jsonFiles(folder)) {
      JsonNode root = JSON.readTree(Files.readString(file));
      JsonNode held = (envelope.isEmpty() ? root : root.path(envelope)).path(list);
      if (held.isObject()) {
        objects.add(held.toString());
      }
      for (JsonNode object : held.isArray() ? held : JSON.createArrayNode()) {
        objects.add(object.toString());
      }
    }
    return objects;
  }

  private static List<Path> jsonFiles(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }
}

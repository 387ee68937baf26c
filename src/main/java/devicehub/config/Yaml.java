package devicehub.config;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A value in a YAML 1.2 file, and the line it stands on. Values are read as the texts they are
 * written as: {@code NO} stays a word, {@code 0123} keeps its zero.
 */
final class Yaml {
  private static final int DEEPEST = 100;

  private final String file;
  private final Node node;
  private final Problems problems;

  private Yaml(String file, Node node, Problems problems) {
    this.file = file;
    this.node = node;
    this.problems = problems;
  }

  /** The file's whole content; empty, and a problem, where it cannot be read. */
  static Optional<Yaml> read(Path file, Problems problems) {
    String name = String.valueOf(file.getFileName());
    return ConfigText.read(file, problems).flatMap(text -> parse(name, text, problems));
  }

  static Optional<Yaml> parse(String name, String text, Problems problems) {
    LoadSettings settings = LoadSettings.builder().setLabel(name).build();
    try {
      if (!isShallow(name, text, settings, problems)) {
        return Optional.empty();
      }
      Optional<Node> root = new Compose(settings).composeReader(new StringReader(text));
      if (root.isEmpty()) {
        problems.add(name, 0, "is empty");
      }
      return root.map(node -> new Yaml(name, node, problems));
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().or(e::getContextMark).map(Mark::getLine).orElse(-1) + 1;
      problems.add(name, line, "is no YAML: " + e.getProblem());
    } catch (ReaderException e) {
      int line = 1 + (int) text.codePoints().limit(e.getPosition()).filter(c -> c == '\n').count();
      problems.add(name, line, "has the unreadable character U+%04X".formatted(e.getCodePoint()));
    } catch (YamlEngineException e) {
      problems.add(name, 0, "is no YAML: " + e.getMessage());
    }
    return Optional.empty();
  }

  /** Looked through before anything is built, for that is done a step deeper for each level. */
  private static boolean isShallow(
      String name, String text, LoadSettings settings, Problems problems) {
    int depth = 0;
    for (Event event : new Parse(settings).parseString(text)) {
      depth +=
          event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
      if (depth > DEEPEST) {
        int line = event.getStartMark().map(Mark::getLine).orElse(-1) + 1;
        problems.add(name, line, "is nested more than " + DEEPEST + " deep");
        return false;
      }
    }
    return true;
  }

  String file() {
    return file;
  }

  int line() {
    return node.getStartMark().map(Mark::getLine).orElse(-1) + 1;
  }

  void problem(String message) {
    problems.add(file, line(), message);
  }

  boolean isMapping() {
    return node instanceof MappingNode;
  }

  boolean isNothing() {
    return node.getTag().equals(Tag.NULL);
  }

  /** The text of a scalar; a problem where the value is a list or a mapping. */
  Optional<String> text(String what) {
    if (node instanceof ScalarNode scalar) {
      return isNothing() ? Optional.of("") : Optional.of(scalar.getValue().strip());
    }
    problem("'" + what + "' must be one value, not a " + shape());
    return Optional.empty();
  }

  /** The items of a list; a single value is a list of one, nothing at all an empty one. */
  List<Yaml> items() {
    if (isNothing()) {
      return List.of();
    }
    if (!(node instanceof SequenceNode sequence)) {
      return List.of(this);
    }
    List<Yaml> items = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      items.add(new Yaml(file, item, problems));
    }
    return items;
  }

  /** The texts of a list of scalars. */
  List<String> texts(String what) {
    List<String> texts = new ArrayList<>();
    for (Yaml item : items()) {
      item.text(what).filter(text -> !text.isEmpty()).ifPresent(texts::add);
    }
    return texts;
  }

  /** The entries of a mapping; a problem, and no entries, where the value is none. */
  YamlMap map(String what) {
    YamlMap map = new YamlMap(this);
    if (node instanceof MappingNode mapping) {
      mapping
          .getValue()
          .forEach(
              entry ->
                  map.put(
                      new Yaml(file, entry.getKeyNode(), problems),
                      new Yaml(file, entry.getValueNode(), problems)));
    } else if (!isNothing()) {
      problem("'" + what + "' must hold 'name: value' lines, not a " + shape());
    }
    return map;
  }

  private String shape() {
    return node instanceof ScalarNode
        ? "single value"
        : node instanceof SequenceNode ? "list" : "mapping";
  }
}

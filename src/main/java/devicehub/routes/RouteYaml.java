package devicehub.routes;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Reads the plain part of YAML that a route needs. What makes a file hard to read for people, or
 * large in memory, is refused: anchors and aliases, tags, names given twice, several documents.
 */
final class RouteYaml {
  private static final int DEEPEST = 100;

  private final String file;
  private final RouteProblems problems;
  private final LoadSettings settings;
  private int documents;
  private int depth;

  private RouteYaml(String file, RouteProblems problems) {
    this.file = file;
    this.problems = problems;
    this.settings = LoadSettings.builder().setLabel(file).setAllowNonScalarKeys(true).build();
  }

  /** The file's content; empty, and a problem, where it is none that can be looked at further. */
  static Optional<YamlNode> parse(String file, String text, RouteProblems problems) {
    return new RouteYaml(file, problems).parse(text);
  }

  private Optional<YamlNode> parse(String text) {
    try {
      // Looked through first, because an alias or a deep nest must not be built before it is seen.
      for (Event event : new Parse(settings).parseString(text)) {
        if (!isPlain(event)) {
          return Optional.empty();
        }
      }
      Optional<Node> root = new Compose(settings).composeString(text);
      if (root.isEmpty()) {
        problems.add(file, 0, "is empty");
      }
      return root.map(node -> new YamlNode(file, node)).map(this::withoutDoubles);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().or(e::getContextMark).map(Mark::getLine).orElse(-1) + 1;
      problems.add(file, line, "is no YAML: " + sentence(e));
    } catch (ReaderException e) {
      int line = 1 + (int) text.codePoints().limit(e.getPosition()).filter(c -> c == '\n').count();
      problems.add(file, line, "has the unreadable character U+%04X".formatted(e.getCodePoint()));
    } catch (YamlEngineException e) {
      problems.add(file, 0, "is no YAML: " + e.getMessage());
    }
    return Optional.empty();
  }

  private static String sentence(MarkedYamlEngineException e) {
    String problem = String.valueOf(e.getProblem());
    if (problem.contains("TAB")) {
      return "a tab cannot indent; use spaces";
    }
    return e.getContext() == null ? problem : e.getContext() + ", " + problem;
  }

  /** Whether it pays to read on; what is refused is noted either way. */
  private boolean isPlain(Event event) {
    if (event instanceof DocumentStartEvent && ++documents > 1) {
      refuse(event, "a second document begins; a file holds one list of routes");
      return false;
    }
    if (event instanceof CollectionStartEvent && ++depth > DEEPEST) {
      refuse(event, "is nested more than " + DEEPEST + " deep");
      return false;
    }
    if (event instanceof CollectionEndEvent) {
      depth--;
    }
    if (event instanceof AliasEvent alias) {
      // One is enough: a file full of them is not worth a list.
      refuse(event, "alias '*" + alias.getAlias() + "'; write the value out where it is used");
      return false;
    }
    if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
      refuse(
          event, "anchor '&" + node.getAnchor().get() + "'; write the value out where it is used");
    }
    tag(event)
        .ifPresent(
            tag -> refuse(event, "tag '" + shown(tag) + "'; values are written without a type"));
    return true;
  }

  private static Optional<String> tag(Event event) {
    return event instanceof ScalarEvent scalar
        ? scalar.getTag()
        : event instanceof CollectionStartEvent collection ? collection.getTag() : Optional.empty();
  }

  /** A tag as it is written, and not as it is spelt out. */
  private static String shown(String tag) {
    return tag.replaceFirst("^tag:yaml\\.org,2002:", "!!");
  }

  private void refuse(Event event, String message) {
    int line = event.getStartMark().map(Mark::getLine).orElse(-1) + 1;
    problems.add(file, line, message);
  }

  private YamlNode withoutDoubles(YamlNode root) {
    root.all().filter(YamlNode::isMapping).forEach(this::findDoubles);
    return root;
  }

  private void findDoubles(YamlNode mapping) {
    ((MappingNode) mapping.raw())
        .getValue().stream()
            .filter(entry -> !(entry.getKeyNode() instanceof ScalarNode))
            .forEach(entry -> problems.add(mapping, "a name must be one word, no list or mapping"));
    Map<String, YamlNode> first = new HashMap<>();
    for (YamlNode entry : mapping.children()) {
      @Nullable YamlNode earlier = first.putIfAbsent(entry.key(), entry);
      if (earlier != null) {
        problems.add(
            entry, "'" + entry.key() + "' stands here twice, first in line " + earlier.line());
      }
    }
  }
}

package devicehub.routes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A value in a route file: what it holds, the name it stands under, and the line to look at.
 *
 * <pre>
 *   - bean:               list item, key ""
 *       ref: feeds        key "ref", text "feeds", line 2, parent "bean"
 * </pre>
 */
final class YamlNode {
  private final String file;
  private final Node node;
  private final @Nullable YamlNode parent;
  private final String key;
  private final int line;
  private final List<YamlNode> children = new ArrayList<>();

  /** The tree below a file's root. */
  YamlNode(String file, Node root) {
    this(file, root, null, "", lineOf(root));
  }

  private YamlNode(String file, Node node, @Nullable YamlNode parent, String key, int line) {
    this.file = file;
    this.node = node;
    this.parent = parent;
    this.key = key;
    this.line = line;
    if (node instanceof SequenceNode sequence) {
      for (Node item : sequence.getValue()) {
        children.add(new YamlNode(file, item, this, "", lineOf(item)));
      }
    } else if (node instanceof MappingNode mapping) {
      for (NodeTuple entry : mapping.getValue()) {
        // Other names than words are told by the reader of the file, and lead nowhere.
        if (entry.getKeyNode() instanceof ScalarNode name) {
          children.add(
              new YamlNode(file, entry.getValueNode(), this, name.getValue(), lineOf(name)));
        }
      }
    }
  }

  private static int lineOf(Node node) {
    return node.getStartMark().map(Mark::getLine).orElse(-1) + 1;
  }

  String file() {
    return file;
  }

  /** From 1: where its name stands, or where it begins if it has none. */
  int line() {
    return line;
  }

  /** The name it stands under; empty for an item of a list. */
  String key() {
    return key;
  }

  boolean is(String name) {
    return key.equals(name);
  }

  Optional<YamlNode> parent() {
    return Optional.ofNullable(parent);
  }

  /** The nearest name above it: that of the list where it is an item. */
  String owner() {
    YamlNode above = parent;
    while (above != null && above.key.isEmpty()) {
      above = above.parent;
    }
    return above == null ? "" : above.key;
  }

  boolean isBelow(String name) {
    return parent != null && (parent.is(name) || parent.isBelow(name));
  }

  boolean isMapping() {
    return node instanceof MappingNode;
  }

  boolean isList() {
    return node instanceof SequenceNode;
  }

  boolean isNothing() {
    return node.getTag().equals(Tag.NULL);
  }

  boolean isText() {
    return node instanceof ScalarNode && !isNothing();
  }

  /** What YAML takes a single value for: a text, a number, true or false, nothing. */
  Tag tag() {
    return node.getTag();
  }

  /** The single value as it is written; empty for lists and mappings. */
  String text() {
    return isText() ? ((ScalarNode) node).getValue() : "";
  }

  List<YamlNode> children() {
    return children;
  }

  Optional<YamlNode> get(String name) {
    return isMapping()
        ? children.stream().filter(child -> child.is(name)).findFirst()
        : Optional.empty();
  }

  /** The text under a name; empty where there is none. */
  Optional<YamlNode> text(String name) {
    return get(name).filter(YamlNode::isText);
  }

  /** Which of some names it holds values under, in its own order. */
  List<String> keysAmong(Set<String> names) {
    return isMapping()
        ? children.stream().map(YamlNode::key).filter(names::contains).toList()
        : List.of();
  }

  /** Itself and all that is below it, in the order of the file. */
  Stream<YamlNode> all() {
    return Stream.concat(Stream.of(this), children.stream().flatMap(YamlNode::all));
  }

  Node raw() {
    return node;
  }
}

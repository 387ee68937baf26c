package devicehub.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.ValidationMessage;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Holds a route file against Camel's schema, and says what does not fit in the words of the file.
 * It forgives what the schema is stricter about than the runtime: numbers given as texts, {@code
 * warn} for {@code WARN}, settings in place of values.
 */
final class SchemaCheck {
  private final DslSchema schema;
  private final RouteProblems problems;

  SchemaCheck(DslSchema schema, RouteProblems problems) {
    this.schema = schema;
    this.problems = problems;
  }

  void check(YamlNode root) {
    if (root.isList()) {
      // The schema forgets to say so.
      root.children().stream()
          .filter(entry -> !entry.isMapping())
          .forEach(entry -> problems.add(entry, "an entry must begin with '- route:' or the like"));
    }
    Set<YamlNode> crowded = new HashSet<>();
    Set<ValidationMessage> messages = schema.validate(json(root));
    for (ValidationMessage message : messages) {
      if (message.getType().equals("maxProperties")) {
        YamlNode step = at(root, message.getInstanceLocation());
        crowded.add(step);
        problems.add(step, crowd(step));
      }
    }
    for (ValidationMessage message : messages) {
      YamlNode node = at(root, message.getInstanceLocation());
      // A forgotten dash or indent makes one mistake look like three.
      if (!crowded.contains(node) && node.parent().filter(crowded::contains).isEmpty()) {
        tell(node, message);
      }
    }
  }

  private static String crowd(YamlNode step) {
    String names =
        step.children().stream()
            .map(child -> "'" + child.key() + "'")
            .collect(Collectors.joining(", "));
    return "holds " + names + " side by side; each begins with its own '- ', or belongs further in";
  }

  private void tell(YamlNode node, ValidationMessage message) {
    switch (message.getType()) {
      case "additionalProperties" -> unknown(node, message);
      case "required" -> missing(node, message.getProperty());
      case "type", "unionType" -> wrongShape(node, message);
      case "enum" -> wrongChoice(node, message);
      default -> problems.add(node, name(node) + " does not fit: " + message.getError());
    }
  }

  private void missing(YamlNode node, String word) {
    // A misspelt name is told as such, and not as missing as well.
    boolean isMisspelt =
        node.children().stream()
            .anyMatch(child -> DidYouMean.slip(child.key(), Set.of(word)).isPresent());
    if (!isMisspelt) {
      problems.add(node, name(node) + " lacks '" + word + "'");
    }
  }

  private void unknown(YamlNode node, ValidationMessage message) {
    String word = message.getProperty();
    List<String> known = schema.names(message.getSchemaLocation());
    String hint = DidYouMean.hint(word, known);
    YamlNode entry = node.get(word).orElse(node);
    if (message.getSchemaLocation().toString().contains("ProcessorDefinition/additional")) {
      problems.add(entry, "unknown step '" + word + "'" + hint);
    } else if (node.key().isEmpty() && node.owner().isEmpty()) {
      problems.add(entry, "unknown entry '" + word + "'" + hint);
    } else {
      problems.add(entry, "unknown key '" + word + "' in '" + within(node) + "'" + hint);
    }
  }

  private void wrongShape(YamlNode node, ValidationMessage message) {
    JsonNode type = schema.around(message.getSchemaLocation()).path("type");
    Set<String> wanted =
        type.isTextual()
            ? Set.of(type.textValue())
            : StreamSupport.stream(type.spliterator(), false)
                .map(JsonNode::textValue)
                .collect(Collectors.toSet());
    if (node.isNothing()) {
      problems.add(node, name(node) + " is empty");
    } else if (node.isText()) {
      if (!runs(node.text(), wanted)) {
        problems.add(node, name(node) + " must be " + say(wanted) + ", not '" + node.text() + "'");
      }
    } else {
      String found = node.isList() ? "a list" : "a mapping";
      problems.add(node, name(node) + " must be " + say(wanted) + ", not " + found);
    }
  }

  /** Whether the runtime takes a single value for what the schema wants. */
  private static boolean runs(String text, Set<String> wanted) {
    return wanted.contains("string")
        || (wanted.contains("boolean") && text.matches("(?i)true|false|.*\\{\\{.*"))
        || (wanted.contains("number") && text.matches("\\s*-?\\d+(\\.\\d+)?\\s*|.*\\{\\{.*"));
  }

  private void wrongChoice(YamlNode node, ValidationMessage message) {
    List<String> choices =
        StreamSupport.stream(
                schema.around(message.getSchemaLocation()).path("enum").spliterator(), false)
            .map(JsonNode::asText)
            .toList();
    String value = node.text();
    boolean runs =
        value.contains("{{") || choices.stream().anyMatch(one -> bare(one).equals(bare(value)));
    if (!runs) {
      problems.add(
          node, name(node) + " cannot be '" + value + "'" + DidYouMean.hint(value, choices));
    }
  }

  private static String bare(String word) {
    return word.replaceAll("[-_]", "").toLowerCase(Locale.ROOT);
  }

  private static String say(Set<String> types) {
    return types.stream()
        .map(
            type ->
                switch (type) {
                  case "object" -> "a mapping ('name: value')";
                  case "array" -> "a list";
                  case "boolean" -> "true or false";
                  case "number" -> "a number";
                  default -> "a text";
                })
        .sorted()
        .collect(Collectors.joining(" or "));
  }

  private static String name(YamlNode node) {
    if (!node.key().isEmpty()) {
      return "'" + node.key() + "'";
    }
    return node.owner().isEmpty() ? "the file's content" : "an item of '" + node.owner() + "'";
  }

  private static String within(YamlNode node) {
    return node.key().isEmpty() ? node.owner() : node.key();
  }

  private static YamlNode at(YamlNode root, JsonNodePath path) {
    YamlNode node = root;
    for (int i = 0; i < path.getNameCount(); i++) {
      Object element = path.getElement(i);
      node =
          element instanceof Integer index
              ? node.children().get(index)
              : node.get(element.toString()).orElse(node);
    }
    return node;
  }

  private static JsonNode json(YamlNode node) {
    JsonNodeFactory factory = JsonNodeFactory.instance;
    if (node.isMapping()) {
      ObjectNode object = factory.objectNode();
      node.children().forEach(child -> object.putIfAbsent(child.key(), json(child)));
      return object;
    }
    if (node.isList()) {
      ArrayNode array = factory.arrayNode();
      node.children().forEach(child -> array.add(json(child)));
      return array;
    }
    if (node.isNothing()) {
      return factory.nullNode();
    }
    // A number stays a text: what is wrong with it is judged where a number is wanted.
    return node.tag().equals(Tag.BOOL)
        ? factory.booleanNode(Boolean.parseBoolean(node.text()))
        : factory.textNode(node.text());
  }
}

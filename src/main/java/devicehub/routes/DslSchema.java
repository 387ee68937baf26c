package devicehub.routes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What Camel's own schema allows in a route file. The schema offers alternatives nearly everywhere,
 * and a file that fits none is told about all of them; so the alternatives are folded into one:
 *
 * <pre>
 *   to:  oneOf [text, {uri, parameters}]            becomes  to: text or {uri, parameters}
 *   setBody:  oneOf [{simple}, {constant}, …]       becomes  setBody: {simple, constant, …}
 * </pre>
 *
 * That a step holds exactly one expression is then for {@link ExpressionCheck} to say.
 */
final class DslSchema {
  private static final String RESOURCE = "/schema/camelYamlDsl.json";

  /** Words about a schema that forbid nothing. */
  private static final List<String> REMARKS =
      List.of("title", "description", "default", "deprecated", "format");

  private final ObjectNode tree;
  private final JsonSchema schema;

  private DslSchema(ObjectNode tree) {
    this.tree = tree;
    this.schema =
        JsonSchemaFactory.getInstance(VersionFlag.V4)
            .getSchema(
                tree,
                SchemaValidatorsConfig.builder()
                    .pathType(PathType.JSON_POINTER)
                    .preloadJsonSchema(false)
                    .build());
  }

  /** Takes about a second, the first time. */
  static DslSchema load() {
    try (InputStream in = DslSchema.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " of camel-yaml-dsl is not on the class path");
      }
      ObjectNode tree = (ObjectNode) new ObjectMapper().readTree(in);
      fold(tree, tree);
      return new DslSchema(tree);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Set<ValidationMessage> validate(JsonNode file) {
    return schema.validate(file);
  }

  /** The part of the schema that a rule stands in. */
  JsonNode around(SchemaLocation rule) {
    String pointer = rule.getFragment().toString();
    return tree.at(pointer.substring(0, pointer.lastIndexOf('/')));
  }

  /** The names that a mapping may hold where a rule stands. */
  List<String> names(SchemaLocation rule) {
    List<String> names = new ArrayList<>();
    around(rule).path("properties").fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static void fold(JsonNode part, ObjectNode root) {
    if (part instanceof ObjectNode object) {
      // A remark is a single value; a property may bear the same name, and is a mapping.
      REMARKS.stream().filter(name -> object.path(name).isValueNode()).forEach(object::remove);
      JsonNode anyOf = object.remove("anyOf");
      JsonNode oneOf = object.remove("oneOf");
      foldIn(object, anyOf, root);
      foldIn(object, oneOf, root);
    }
    part.forEach(child -> fold(child, root));
  }

  @SuppressWarnings("NullAway") // Jackson gives null where there was nothing to remove.
  private static void foldIn(ObjectNode into, JsonNode branches, ObjectNode root) {
    if (branches == null) {
      return;
    }
    for (JsonNode branch : branches) {
      JsonNode target =
          branch.has("$ref") ? root.at(branch.get("$ref").textValue().substring(1)) : branch;
      if (target.has("not")) {
        continue;
      }
      addType(into, target.path("type").asText("object"));
      target
          .path("properties")
          .properties()
          .forEach(property -> addProperty(into, property.getKey(), property.getValue()));
      if (target.has("additionalProperties")) {
        into.set("additionalProperties", target.get("additionalProperties"));
      }
      foldIn(into, target.get("anyOf"), root);
      foldIn(into, target.get("oneOf"), root);
    }
  }

  private static void addType(ObjectNode into, String type) {
    ArrayNode types = into.arrayNode();
    JsonNode known = into.path("type");
    if (known.isTextual()) {
      types.add(known);
    } else {
      known.forEach(types::add);
    }
    boolean isNew = true;
    for (JsonNode one : types) {
      isNew &= !one.textValue().equals(type);
    }
    if (isNew) {
      types.add(type);
    }
    into.set("type", types);
  }

  private static void addProperty(ObjectNode into, String name, JsonNode property) {
    ObjectNode properties = into.withObjectProperty("properties");
    if (properties.path(name).isEmpty()) {
      properties.set(name, property);
    }
  }
}

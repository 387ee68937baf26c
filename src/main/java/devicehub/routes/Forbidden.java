package devicehub.routes;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What has no place in a route of this hub, and why. Whoever edits routes can run code, with or
 * without this list: it keeps mistakes and hasty copies out, and is no wall against an editor who
 * means harm.
 */
final class Forbidden {
  private static final String CODE =
      "runs code that stands in the route; put it into a bean of the hub, with a test";
  private static final String ANY_CLASS =
      "makes or calls any class there is; name a bean of the hub instead";
  private static final String BY_DATA =
      "lets the message choose the address, and so anyone who can write one; name the address";
  private static final String FROM_OUTSIDE =
      "lets whoever sends the message choose which classes are made of it";

  /** Steps, expressions and keys. */
  private static final Map<String, String> KEYS =
      Map.ofEntries(
          Map.entry("script", CODE),
          Map.entry("groovy", CODE),
          Map.entry("csimple", CODE),
          Map.entry("jactl", CODE),
          Map.entry("java", CODE),
          Map.entry("joor", CODE),
          Map.entry("js", CODE),
          Map.entry("language", CODE),
          Map.entry("mvel", CODE),
          Map.entry("ognl", CODE),
          Map.entry("python", CODE),
          Map.entry("spel", CODE),
          Map.entry("wasm", CODE),
          Map.entry("beans", ANY_CLASS),
          Map.entry("beanType", ANY_CLASS));

  private static final Map<String, String> SCHEMES =
      Map.of(
          "exec",
          "runs programs of the machine",
          "language",
          CODE,
          "class",
          ANY_CLASS,
          "controlbus",
          "stops and starts routes, and runs code; use the hub's own commands");

  /** Options that are forbidden where they are switched on. */
  private static final Map<String, String> SWITCHES =
      Map.of(
          "allowUnmarshallType", FROM_OUTSIDE,
          "allowJmsType", FROM_OUTSIDE,
          "allowJavaSerializedObject", FROM_OUTSIDE,
          "objectMessageEnabled", FROM_OUTSIDE,
          "transferException", FROM_OUTSIDE,
          "transferExchange", FROM_OUTSIDE);

  private static final Pattern NEW_OBJECT = Pattern.compile("#(class|type):.*");

  /** Bounded, so that a hostile text of many brackets is still read in no time. */
  private static final Pattern REACHING_OUT =
      Pattern.compile(
          "\\$\\{\\s*(?:(?:sys|sysenv|env|type)[.:]|camelContext\\b)"
              + "|\\$\\{[^}]{0,300}(?:\\bgetClass\\b|\\.class\\b)");

  private final RouteProblems problems;

  Forbidden(RouteProblems problems) {
    this.problems = problems;
  }

  /** Why a step or expression is forbidden; empty if it is not. */
  static Optional<String> reason(String key) {
    return Optional.ofNullable(KEYS.get(key));
  }

  void check(YamlNode root) {
    root.all().forEach(this::checkNode);
    Endpoint.in(root).forEach(this::checkAddress);
  }

  private void checkNode(YamlNode node) {
    if (!node.isBelow("parameters")) {
      reason(node.key()).ifPresent(why -> problems.add(node, "'" + node.key() + "' " + why));
      if (Endpoint.WORKED_OUT.contains(node.key()) && isWorkedOut(node)) {
        problems.add(node, "'" + node.key() + "' " + BY_DATA);
      }
    }
    if (SWITCHES.containsKey(node.key()) && node.text().equalsIgnoreCase("true")) {
      problems.add(node, "'" + node.key() + "' " + SWITCHES.get(node.key()));
    }
    if (NEW_OBJECT.matcher(node.text()).matches()) {
      problems.add(node, "'" + node.text() + "' " + ANY_CLASS);
    }
    if (REACHING_OUT.matcher(node.text()).find()) {
      problems.add(
          node, "'" + node.text() + "' reaches into the machine; use a setting or a bean instead");
    }
  }

  private static boolean isWorkedOut(YamlNode step) {
    YamlNode holder = step.get("expression").filter(YamlNode::isMapping).orElse(step);
    return step.isMapping() && holder.get("constant").isEmpty();
  }

  private void checkAddress(Endpoint endpoint) {
    YamlNode place = endpoint.at().get("uri").orElse(endpoint.at());
    Optional.ofNullable(SCHEMES.get(Endpoint.scheme(endpoint.uri())))
        .ifPresent(why -> problems.add(place, "'" + endpoint.uri() + "' " + why));
    boolean isDynamic = endpoint.at().is("toD") || endpoint.at().is("wireTap");
    if (isDynamic && endpoint.isFromData()) {
      problems.add(place, "'" + endpoint.uri() + "' " + BY_DATA);
    }
  }
}

package devicehub.routes;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An address that a route names, as it is written.
 *
 * <pre>
 *   - to:                                Endpoint(at "to", "http://feed", {soTimeout}, sends)
 *       uri: http://feed
 *       parameters: {soTimeout: "30000"}
 * </pre>
 *
 * @param at the value to point at where the address is wrong
 * @param consumes whether the route reads from it
 * @param isCall whether the step only hands the message over, and waits
 */
record Endpoint(
    YamlNode at, String uri, Map<String, YamlNode> parameters, boolean consumes, boolean isCall) {
  /** Steps that name an address, in full or with its parameters apart. */
  private static final Set<String> WITH_ADDRESS = Set.of("from", "to", "toD", "wireTap", "poll");

  private static final Set<String> ONLY_ADDRESS = Set.of("deadLetterUri", "afterUri");

  /** Steps that work an address out; only a constant one can be looked at. */
  static final Set<String> WORKED_OUT =
      Set.of("enrich", "pollEnrich", "recipientList", "routingSlip", "dynamicRouter");

  private static final Set<String> CONSUMING = Set.of("from", "poll", "pollEnrich");
  private static final Set<String> CALLS = Set.of("to", "toD", "enrich");

  /** Every address of a file. */
  static List<Endpoint> in(YamlNode root) {
    return root.all().filter(node -> !node.isBelow("parameters")).flatMap(Endpoint::at).toList();
  }

  private static Stream<Endpoint> at(YamlNode node) {
    if (WITH_ADDRESS.contains(node.key())) {
      if (node.isText()) {
        return Stream.of(plain(node, node.key(), node.text()));
      }
      return node.text("uri").stream()
          .map(
              uri ->
                  new Endpoint(
                      node,
                      uri.text(),
                      parameters(node),
                      CONSUMING.contains(node.key()),
                      CALLS.contains(node.key())));
    }
    if (ONLY_ADDRESS.contains(node.key()) && node.isText()) {
      return Stream.of(plain(node, node.key(), node.text()));
    }
    if (WORKED_OUT.contains(node.key()) && node.isMapping()) {
      boolean isMany = !node.key().endsWith("nrich");
      return constant(node)
          .flatMap(
              constant ->
                  Arrays.stream(
                          isMany ? constant.text().split(",") : new String[] {constant.text()})
                      .map(uri -> plain(constant, node.key(), uri.strip())));
    }
    return Stream.empty();
  }

  private static Endpoint plain(YamlNode at, String step, String uri) {
    return new Endpoint(at, uri, Map.of(), CONSUMING.contains(step), CALLS.contains(step));
  }

  private static Stream<YamlNode> constant(YamlNode step) {
    return step.all()
        .filter(
            node ->
                node.isText()
                    && (node.is("constant")
                        || (node.is("expression") && node.owner().equals("constant"))));
  }

  private static Map<String, YamlNode> parameters(YamlNode node) {
    Map<String, YamlNode> parameters = new LinkedHashMap<>();
    node.get("parameters").stream()
        .flatMap(all -> all.children().stream())
        .filter(YamlNode::isText)
        .forEach(one -> parameters.put(one.key(), one));
    return parameters;
  }

  /** Whether the message decides what the address is. */
  boolean isFromData() {
    return uri.contains("${") && !consumes;
  }

  /** What comes before the first colon. */
  static String scheme(String uri) {
    int end = uri.indexOf(':');
    return end < 0 ? uri : uri.substring(0, end);
  }
}

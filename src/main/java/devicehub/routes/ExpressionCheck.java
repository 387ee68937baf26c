package devicehub.routes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Sees to it that a step which works something out holds one expression, in a language that is
 * there, and that what it says in Simple can be read.
 */
final class ExpressionCheck {
  private static final Set<String> WITH_EXPRESSION =
      Set.of(
          "delay",
          "dynamicRouter",
          "enrich",
          "filter",
          "idempotentConsumer",
          "loop",
          "pollEnrich",
          "recipientList",
          "routingSlip",
          "setBody",
          "setHeader",
          "setProperty",
          "setVariable",
          "split",
          "throttle",
          "transform",
          "validate",
          "when");

  /** Parts that are answered by yes or no. */
  private static final Set<String> CONDITIONS =
      Set.of(
          "completionPredicate",
          "continued",
          "filter",
          "handled",
          "onWhen",
          "retryWhile",
          "validate",
          "when");

  /** As the schema names them; a step may have options of the same name, see {@link #isOne}. */
  private static final Set<String> LANGUAGES =
      Set.of(
          "constant",
          "csimple",
          "datasonnet",
          "exchangeProperty",
          "groovy",
          "header",
          "hl7terser",
          "jactl",
          "java",
          "joor",
          "jq",
          "js",
          "jsonpath",
          "language",
          "method",
          "mvel",
          "ognl",
          "python",
          "ref",
          "simple",
          "spel",
          "tokenize",
          "variable",
          "wasm",
          "xpath",
          "xquery",
          "xtokenize");

  /** Names that differ between a route and the class path. */
  private static final Map<String, String> OTHERWISE_NAMED = Map.of("method", "bean");

  private final Rehearsal camel;
  private final Placeholders placeholders;
  private final RouteProblems problems;
  private final Set<String> present = OnClassPath.LANGUAGES.names();

  ExpressionCheck(Rehearsal camel, Placeholders placeholders, RouteProblems problems) {
    this.camel = camel;
    this.placeholders = placeholders;
    this.problems = problems;
  }

  void check(YamlNode root) {
    root.all()
        .filter(node -> !node.isBelow("parameters"))
        .forEach(
            node -> {
              if (node.isMapping() && isWithExpression(node)) {
                checkCount(node);
              }
              if (node.is("simple")) {
                node.text("expression")
                    .or(() -> Optional.of(node).filter(YamlNode::isText))
                    .ifPresent(text -> checkSimple(text, isCondition(node)));
              } else if (node.is("log") || node.is("message")) {
                Optional.of(node)
                    .filter(text -> text.isText() && (node.is("log") || node.owner().equals("log")))
                    .ifPresent(text -> checkSimple(text, false));
              }
            });
  }

  private static boolean isWithExpression(YamlNode node) {
    return WITH_EXPRESSION.contains(node.key())
        || (node.key().isEmpty() && node.owner().equals("when"));
  }

  private void checkCount(YamlNode step) {
    YamlNode holder = step.get("expression").filter(YamlNode::isMapping).orElse(step);
    List<String> found = holder.keysAmong(LANGUAGES);
    String name = step.key().isEmpty() ? step.owner() : step.key();
    if (found.isEmpty()) {
      problems.add(step, "'" + name + "' holds no expression, such as 'simple' or 'constant'");
    } else if (found.size() > 1) {
      problems.add(
          step, "'" + name + "' holds more than one expression: " + String.join(", ", found));
    }
    for (String language : found) {
      if (!present.contains(OTHERWISE_NAMED.getOrDefault(language, language))
          && Forbidden.reason(language).isEmpty()) {
        problems.add(
            holder.get(language).orElse(step), "the language '" + language + "' is not built in");
      }
    }
  }

  private static boolean isCondition(YamlNode simple) {
    YamlNode step = simple.parent().filter(above -> above.is("expression")).orElse(simple);
    String name = step.owner();
    boolean isWhile =
        name.equals("loop")
            && step.parent()
                .flatMap(loop -> loop.text("doWhile"))
                .filter(doWhile -> doWhile.text().equals("true"))
                .isPresent();
    return isWhile || CONDITIONS.contains(name);
  }

  private void checkSimple(YamlNode node, boolean isCondition) {
    placeholders
        .fillIn(node.text())
        // Camel would look the bean up, and here are none.
        .filter(text -> !BeanCheck.IN_SIMPLE.matcher(text).find())
        .flatMap(text -> camel.troubleIn(text, isCondition))
        .ifPresent(trouble -> problems.add(node, "cannot be read as Simple: " + trouble));
  }
}

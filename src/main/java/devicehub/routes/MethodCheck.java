package devicehub.routes;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the methods that a route calls of the hub's beans, and those that they do not have.
 *
 * <pre>
 *   bean: {ref: feeds, method: "takeFil('exchange', ${body})"}   → did you mean 'takeFile'?
 * </pre>
 */
final class MethodCheck {
  private static final Pattern CALL =
      Pattern.compile("\\s*([A-Za-z_]\\w*)\\s*(\\(.*)?", Pattern.DOTALL);

  private final Map<String, Class<?>> beans;
  private final RouteProblems problems;

  /**
   * @param beans what routes may call, by name
   */
  MethodCheck(Map<String, Class<?>> beans, RouteProblems problems) {
    this.beans = beans;
    this.problems = problems;
  }

  void check(YamlNode root) {
    root.all().filter(node -> node.is("method") && node.isText()).forEach(this::checkCall);
  }

  private void checkCall(YamlNode method) {
    String bean =
        method.parent().flatMap(step -> step.text("ref")).map(YamlNode::text).orElse("").strip();
    Class<?> type = beans.get(bean);
    Matcher call = CALL.matcher(method.text());
    if (type == null || type == Object.class || !call.matches()) {
      return; // who is called shows only when the route runs
    }
    Set<String> known =
        Stream.of(type.getMethods())
            .filter(one -> one.getDeclaringClass() != Object.class)
            .map(Method::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    if (!known.contains(call.group(1))) {
      problems.add(
          method,
          "bean '"
              + bean
              + "' has no method '"
              + call.group(1)
              + "'"
              + DidYouMean.hint(call.group(1), known));
    }
  }
}

package devicehub.routes;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds every place where a route names a bean, and the beans that the hub does not have.
 *
 * <pre>
 *   bean: {ref: feeds}      aggregationStrategy: "#newest"      "${bean:feeds.count}"
 * </pre>
 */
final class BeanCheck {
  /** Keys whose value is a bean's name, beside {@code ref} and all that end in {@code Ref}. */
  private static final Set<String> NAMING =
      Set.of(
          "aggregateController",
          "aggregationRepository",
          "aggregationStrategy",
          "comparator",
          "idempotentRepository",
          "onPrepare",
          "resumeStrategy");

  /** Keys that end in Ref and name something else. */
  private static final Set<String> NO_BEANS = Set.of("routeTemplateRef");

  /** Steps that may be written as nothing but the bean's name. */
  private static final Set<String> SHORT = Set.of("bean", "process", "policy");

  /** {@code #name} and {@code #bean:name}; others that begin so make something anew. */
  private static final Pattern MARKED = Pattern.compile("#(?:bean:)?([A-Za-z][\\w.-]*)");

  static final Pattern IN_SIMPLE = Pattern.compile("\\$\\{(?:bean|ref):([\\w-]+)");
  private static final Pattern ADDRESS = Pattern.compile("bean:(?://)?([\\w.-]+).*");

  private final Set<String> beans;
  private final RouteProblems problems;

  /**
   * @param beans those of the hub; what the files make themselves is added
   */
  BeanCheck(Set<String> beans, List<YamlNode> files, RouteProblems problems) {
    this.beans = new HashSet<>(beans);
    this.problems = problems;
    files.stream()
        .flatMap(YamlNode::all)
        .filter(node -> node.is("name") && node.owner().equals("beans"))
        .forEach(name -> this.beans.add(name.text()));
  }

  void check(YamlNode root) {
    root.all().filter(YamlNode::isText).forEach(this::checkText);
    root.all().filter(node -> node.is("bean") && node.isMapping()).forEach(this::checkStep);
    Endpoint.in(root).forEach(this::checkAddress);
  }

  private void checkText(YamlNode node) {
    names(node)
        // A setting names it only once the hub runs.
        .filter(name -> !name.contains("{{") && !beans.contains(name))
        .forEach(name -> tell(node, name));
  }

  private void tell(YamlNode node, String name) {
    problems.add(node, "unknown bean '" + name + "'" + DidYouMean.hint(name, beans));
  }

  private static Stream<String> names(YamlNode node) {
    String text = node.text();
    Matcher marked = MARKED.matcher(text);
    if (marked.matches() && (node.isBelow("parameters") || isNaming(node))) {
      return Stream.of(marked.group(1));
    }
    if (!node.isBelow("parameters") && isNaming(node) && !text.startsWith("#")) {
      return Stream.of(text.split(",")).map(String::strip);
    }
    return IN_SIMPLE.matcher(text).results().map(found -> found.group(1));
  }

  private static boolean isNaming(YamlNode node) {
    String key = node.key();
    return key.equals("ref")
        || (key.equals("expression") && node.owner().equals("ref"))
        || (key.endsWith("Ref") && !NO_BEANS.contains(key))
        || NAMING.contains(key)
        || SHORT.contains(key)
        || isMethodOfBean(node);
  }

  /** {@code filter: {method: feeds}} names a bean; within {@code bean:} the key names a method. */
  private static boolean isMethodOfBean(YamlNode node) {
    return node.is("method")
        && node.parent().filter(above -> above.is("bean") || above.is("method")).isEmpty();
  }

  private void checkStep(YamlNode bean) {
    if (bean.get("ref").isEmpty() && bean.get("beanType").isEmpty()) {
      problems.add(bean, "'bean' names no bean; add 'ref'");
    }
  }

  private void checkAddress(Endpoint endpoint) {
    Matcher address = ADDRESS.matcher(endpoint.uri());
    if (address.matches() && !beans.contains(address.group(1))) {
      tell(endpoint.at(), address.group(1));
    }
  }
}

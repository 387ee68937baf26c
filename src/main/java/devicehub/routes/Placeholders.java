package devicehub.routes;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Fills the settings in that a route names as {@code {{match.period}}}. */
final class Placeholders {
  private static final Pattern ONE = Pattern.compile("\\{\\{([^{}]*)}}");

  private final Rehearsal camel;
  private final Set<String> settings;
  private final RouteProblems problems;

  Placeholders(Rehearsal camel, Map<String, String> settings, RouteProblems problems) {
    this.camel = camel;
    this.settings = settings.keySet();
    this.problems = problems;
  }

  void check(YamlNode root) {
    root.all().filter(node -> node.text().contains("{{")).forEach(this::checkOne);
  }

  private void checkOne(YamlNode node) {
    Set<String> ofTemplate = parametersOfTemplate(node);
    Set<String> known = new TreeSet<>(settings);
    known.addAll(ofTemplate);
    boolean isKnown = true;
    Matcher found = ONE.matcher(node.text());
    boolean any = false;
    while (found.find()) {
      any = true;
      String name = found.group(1);
      boolean mayBeMissing = name.startsWith("?") || ofTemplate.contains(name);
      if (!mayBeMissing && camel.fillIn(found.group()).isEmpty()) {
        isKnown = false;
        problems.add(
            node, "unknown setting '" + found.group() + "'" + DidYouMean.hint(name, known));
      }
    }
    boolean isWhole = any && count(node.text(), "{{") == count(node.text(), "}}");
    if (isKnown && !isWhole) {
      problems.add(node, "'" + node.text() + "' opens a setting and does not close it");
    }
  }

  private static int count(String text, String part) {
    return (text.length() - text.replace(part, "").length()) / part.length();
  }

  private static Set<String> parametersOfTemplate(YamlNode node) {
    Optional<YamlNode> above = node.parent();
    while (above.isPresent() && !above.get().is("routeTemplate")) {
      above = above.get().parent();
    }
    return above.flatMap(template -> template.get("parameters")).stream()
        .flatMap(list -> list.children().stream())
        .flatMap(parameter -> parameter.text("name").stream())
        .map(YamlNode::text)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The text with its settings filled in; empty where one is missing, or known only later. */
  Optional<String> fillIn(String text) {
    return camel.fillIn(text);
  }
}

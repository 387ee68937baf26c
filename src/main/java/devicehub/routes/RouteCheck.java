package devicehub.routes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks through every route file of a folder and lists all that is wrong, without starting
 * anything. What is wrong with one file hides nothing of another.
 *
 * <pre>
 *   exchange.camel.yaml:12: unknown option 'readLok' of 'file'; did you mean 'readLock'?
 *   exchange.camel.yaml:20: unknown bean 'feds'; did you mean 'feeds'?
 *   match.camel.yaml:3: id 'exchange' is already taken, in exchange.camel.yaml:3
 * </pre>
 */
public final class RouteCheck {
  private final Path folder;
  private final Map<String, Class<?>> beans;
  private final Map<String, String> settings;

  /** What could be read: each file's text, and its tree where it has one. */
  private record Reading(Map<String, String> texts, List<YamlNode> roots) {
    /** The texts of the files that are no YAML. */
    List<String> unparsed() {
      Map<String, String> rest = new LinkedHashMap<>(texts);
      roots.forEach(root -> rest.remove(root.file()));
      return List.copyOf(rest.values());
    }
  }

  /**
   * @param folder holds the route files, as {@link RouteFiles#list} finds them
   * @param beans what routes may call, by name; a component that is set up by the hub is one too
   * @param settings what routes may name as {@code {{name}}}, with its value
   */
  public RouteCheck(Path folder, Map<String, Class<?>> beans, Map<String, String> settings) {
    this.folder = folder;
    this.beans = Map.copyOf(beans);
    this.settings = Map.copyOf(settings);
  }

  /** All problems of all files, by file and line; none if the routes are fit to run. */
  public List<RouteProblem> problems() {
    RouteProblems problems = new RouteProblems();
    String name = RouteFiles.name(folder);
    if (!Files.isDirectory(folder)) {
      problems.add(name, 0, "is no folder; the route files are looked for here");
      return problems.all();
    }
    try {
      look(read(problems), problems);
    } catch (IOException e) {
      problems.add(name, 0, "cannot be read: " + e.getMessage());
    }
    return problems.all();
  }

  private Reading read(RouteProblems problems) throws IOException {
    for (Path file : RouteFiles.passedOver(folder)) {
      String name = RouteFiles.name(file);
      String better = name.replaceFirst("(?i)(\\.camel)?\\.ya?ml$", RouteFiles.SUFFIX);
      problems.add(name, 0, "is passed over; name it '" + better + "' if it holds routes");
    }
    List<Path> files = RouteFiles.list(folder);
    if (files.isEmpty()) {
      problems.add(
          RouteFiles.name(folder), 0, "holds no route file; their names end in .camel.yaml");
    }
    Map<String, String> texts = new LinkedHashMap<>();
    List<YamlNode> roots = new ArrayList<>();
    for (Path file : files) {
      String name = RouteFiles.name(file);
      Optional<String> text = RouteText.read(file, problems);
      text.ifPresent(content -> texts.put(name, content));
      text.flatMap(content -> RouteYaml.parse(name, content, problems)).ifPresent(roots::add);
    }
    return new Reading(texts, roots);
  }

  private void look(Reading reading, RouteProblems problems) {
    SchemaCheck schema = new SchemaCheck(DslSchema.load(), problems);
    try (Rehearsal camel = new Rehearsal(settings)) {
      Placeholders placeholders = new Placeholders(camel, settings, problems);
      EndpointCheck endpoints = new EndpointCheck(camel, placeholders, beans.keySet(), problems);
      ExpressionCheck expressions = new ExpressionCheck(camel, placeholders, problems);
      BeanCheck beanNames = new BeanCheck(beans.keySet(), reading.roots(), problems);
      MethodCheck methods = new MethodCheck(beans, problems);
      for (YamlNode root : reading.roots()) {
        schema.check(root);
        placeholders.check(root);
        beanNames.check(root);
        methods.check(root);
        expressions.check(root);
        new DataFormatCheck(problems).check(root);
        new Forbidden(problems).check(root);
        Endpoint.in(root).forEach(endpoints::check);
      }
      lookAcross(reading, placeholders, problems);
      // Camel stops at the first thing it dislikes, so it is asked last, about what looks well.
      for (YamlNode root : reading.roots()) {
        if (problems.isClean(root.file())) {
          camel.load(root.file(), reading.texts().getOrDefault(root.file(), ""), problems);
        }
      }
    }
  }

  /** What shows only when all files are seen together. */
  private void lookAcross(Reading reading, Placeholders placeholders, RouteProblems problems) {
    RouteIds ids = new RouteIds(problems);
    ids.check(reading.roots());
    // A file with a fault in it may well have been meant to hold one.
    if (ids.routes() == 0 && problems.all().isEmpty()) {
      problems.add(RouteFiles.name(folder), 0, "holds no route at all");
    }
    new DirectCalls(placeholders, problems).check(reading.roots(), reading.unparsed());
  }
}

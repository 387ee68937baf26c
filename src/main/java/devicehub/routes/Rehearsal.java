package devicehub.routes;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.catalog.EndpointValidationResult;
import org.apache.camel.catalog.impl.DefaultRuntimeCamelCatalog;
import org.apache.camel.dsl.yaml.common.YamlSupport;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.Language;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.apache.camel.tooling.model.ComponentModel;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * Asks Camel itself what it makes of a file, an address, a setting or an expression, in a context
 * that is never started.
 */
final class Rehearsal implements AutoCloseable {
  private final DefaultCamelContext context = new DefaultCamelContext();
  private final DefaultRuntimeCamelCatalog catalog = new DefaultRuntimeCamelCatalog();

  Rehearsal(Map<String, String> settings) {
    Properties properties = new Properties();
    // A check says what is wrong, not what is unfashionable.
    properties.put("camel.main.yamlDslCompactNotationWarn", "false");
    properties.putAll(settings);
    context.getCamelContextExtension().setName("devicehub-check");
    context.disableJMX();
    context.setLoadTypeConverters(false);
    context.getPropertiesComponent().setInitialProperties(properties);
    context.getPropertiesComponent().setLocation("");
    context.build();
    catalog.setCamelContext(context);
    catalog.start();
  }

  /** The text with its settings filled in; empty where one is unknown. */
  Optional<String> fillIn(String text) {
    if (!text.contains("{{")) {
      return Optional.of(text);
    }
    try {
      String filled = context.resolvePropertyPlaceholders(text);
      return Optional.ofNullable(filled).filter(value -> !value.contains("{{"));
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  /** What is wrong with a Simple expression, in one line. */
  Optional<String> troubleIn(String simple, boolean isPredicate) {
    Language language = context.resolveLanguage("simple");
    try {
      if (isPredicate) {
        language.createPredicate(simple);
      } else {
        language.createExpression(simple);
      }
      return Optional.empty();
    } catch (RuntimeException e) {
      return Optional.of(firstLine(e));
    }
  }

  /**
   * The full address of an endpoint.
   *
   * @throws RuntimeException if Camel cannot make one of the parts
   */
  String address(YamlNode at, String uri, Map<String, Object> parameters) {
    return YamlSupport.createEndpointUri(context, at.raw(), uri, parameters);
  }

  EndpointValidationResult validate(String address, boolean consumes) {
    return catalog.validateEndpointProperties(address, false, consumes, !consumes);
  }

  /** The names of what an address may set, so that a misspelt one can be told. */
  Set<String> options(String scheme) {
    ComponentModel model = catalog.componentModel(scheme);
    Set<String> names = new TreeSet<>();
    model.getComponentOptions().forEach(option -> names.add(option.getName()));
    model.getEndpointOptions().forEach(option -> names.add(option.getName()));
    model.getEndpointPathOptions().forEach(option -> names.add(option.getName()));
    return names;
  }

  /** Loads a file's routes without adding them; what Camel says is the last word. */
  void load(String file, String text, RouteProblems problems) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      var resource = ResourceHelper.fromBytes("file:" + file, bytes);
      for (RoutesBuilder builder :
          PluginHelper.getRoutesLoader(context).findRoutesBuilders(resource)) {
        if (builder instanceof RouteBuilder routes) {
          routes.setCamelContext(context);
          routes.configure();
        }
      }
    } catch (Exception e) {
      problems.add(file, line(e), "Camel cannot load this: " + firstLine(innermost(e)));
    }
  }

  private static int line(Throwable trouble) {
    int line = 0;
    for (@Nullable Throwable at = trouble; at != null; at = at.getCause()) {
      if (at instanceof MarkedYamlEngineException marked) {
        line = marked.getProblemMark().map(Mark::getLine).orElse(line - 1) + 1;
      }
    }
    return line;
  }

  private static Throwable innermost(Throwable trouble) {
    Throwable root = trouble;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  static String firstLine(Throwable trouble) {
    return String.valueOf(trouble.getMessage())
        .lines()
        .findFirst()
        .orElse(trouble.getClass().getSimpleName());
  }

  @Override
  public void close() {
    context.stop();
  }
}

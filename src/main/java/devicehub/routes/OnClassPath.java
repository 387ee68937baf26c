package devicehub.routes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** Which components, languages and data formats this hub was built with. */
enum OnClassPath {
  COMPONENTS("component"),
  LANGUAGES("language"),
  DATA_FORMATS("dataFormat");

  private static final String SERVICES = "META-INF/services/org/apache/camel/";

  private final String kind;

  OnClassPath(String kind) {
    this.kind = kind;
  }

  /** Their names, as each Camel jar lists its own. */
  Set<String> names() {
    Set<String> names = new TreeSet<>();
    try {
      String list = SERVICES + kind.toLowerCase(Locale.ROOT) + ".properties";
      for (URL url : Collections.list(loader().getResources(list))) {
        Properties properties = new Properties();
        try (InputStream in = url.openStream()) {
          properties.load(in);
        }
        names.addAll(List.of(properties.getProperty(kind + "s", "").split("\\s+")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    names.remove("");
    return names;
  }

  private static ClassLoader loader() {
    return OnClassPath.class.getClassLoader();
  }
}

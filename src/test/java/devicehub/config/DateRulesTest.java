package devicehub.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Cultures are those that Java knows, found without a walk through all of them. */
final class DateRulesTest {
  @Test
  void everyCultureThatJavaKnowsIsFoundByItsTag() {
    Set<String> tags = new TreeSet<>();
    for (Locale locale : Locale.getAvailableLocales()) {
      if (!locale.getCountry().isEmpty()) {
        tags.add(locale.toLanguageTag());
      }
    }
    assertThat(tags).contains("en-US", "de-DE", "zh-Hans-CN");
    for (String tag : tags) {
      assertThat(culture(tag)).isEqualTo(tag);
      assertThat(culture(tag.toLowerCase(Locale.ROOT))).isEqualTo(tag);
    }
  }

  @Test
  void noOtherIs() {
    for (String tag : Set.of("", "en", "english", "en_US", "ja-DE", "xx-YY", "en-US-")) {
      assertThat(culture(tag)).isEmpty();
    }
  }

  private static String culture(String tag) {
    return DateRules.culture(tag).map(Locale::toLanguageTag).orElse("");
  }
}

package devicehub.config;

import devicehub.device.IdText;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what the words of a feed's status columns mean; words are compared without case. */
record StatusWords(
    Set<String> active, Set<String> inactive, Set<String> retired, Set<String> ignored) {
  private static final List<String> MEANINGS = List.of("active", "inactive", "retired", "ignored");

  static StatusWords read(Layers status) {
    status.own().allowOnly(MEANINGS);
    Map<String, String> meaningOf = new HashMap<>();
    for (String meaning : MEANINGS) {
      for (String word : words(status, meaning)) {
        @Nullable String other = meaningOf.putIfAbsent(word, meaning);
        if (other != null) {
          status.problem(
              meaning, "'" + word + "' cannot mean both '" + other + "' and '" + meaning + "'");
        }
      }
    }
    return new StatusWords(
        words(status, "active"),
        words(status, "inactive"),
        words(status, "retired"),
        words(status, "ignored"));
  }

  private static Set<String> words(Layers status, String meaning) {
    Set<String> folded = new LinkedHashSet<>();
    status.texts(meaning).forEach(word -> folded.add(IdText.fold(word)));
    return folded;
  }
}

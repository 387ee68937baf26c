package devicehub.fleet;

import java.util.List;
import java.util.Map;

/** Versions of iOS and Android, and the build codes that stand beside them. */
final class Systems {
  static final List<String> IOS = List.of("17.7.2", "18.5", "18.6.2", "26.1", "26.2");
  static final List<String> ANDROID = List.of("13", "14", "15");

  private static final Map<String, String> BUILDS =
      Map.ofEntries(
          Map.entry("15.8.2", "19H384"),
          Map.entry("15.8.3", "19H386"),
          Map.entry("16.7.8", "20H343"),
          Map.entry("16.7.10", "20H350"),
          Map.entry("17.7.1", "21H216"),
          Map.entry("17.7.2", "21H221"),
          Map.entry("18.4", "22E240"),
          Map.entry("18.5", "22F76"),
          Map.entry("18.6.1", "22G90"),
          Map.entry("18.6.2", "22G100"),
          Map.entry("26.0.1", "23A355"),
          Map.entry("26.1", "23B85"),
          Map.entry("26.1.1", "23B100"),
          Map.entry("26.2", "23C55"),
          Map.entry("13", "TP1A.220624.014"),
          Map.entry("14", "UP1A.231005.007"),
          Map.entry("15", "AP3A.240905.015"));

  private static final Map<String, String> BEFORE =
      Map.of(
          "15.8.3", "15.8.2",
          "16.7.10", "16.7.8",
          "17.7.2", "17.7.1",
          "18.5", "18.4",
          "18.6.2", "18.6.1",
          "26.1", "26.0.1",
          "26.2", "26.1.1");

  private Systems() {}

  static String build(String version) {
    return BUILDS.getOrDefault(version, "");
  }

  /** The update before this one, which a mail server may still show. */
  static String before(String version) {
    return BEFORE.getOrDefault(version, version);
  }

  /** {@code 22F76} is {@code 2206.76} in the user agent of Apple's mail client. */
  static String userAgentBuild(String version) {
    String build = build(version);
    int letter = build.charAt(2) - 'A' + 1;
    return build.substring(0, 2) + (letter < 10 ? "0" : "") + letter + "." + build.substring(3);
  }
}

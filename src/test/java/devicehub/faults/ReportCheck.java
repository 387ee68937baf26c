package devicehub.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** Reads the reports as they lie there after a kill: each must be whole, and add up. */
final class ReportCheck {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Ground ground;
  private final Verdict verdict;

  ReportCheck(Ground ground, Verdict verdict) {
    this.ground = ground;
    this.verdict = verdict;
  }

  /** Reads all reports that are there. */
  void look() {
    Path summary = ground.report("summary.json");
    if (Files.exists(summary)) {
      json(summary).path("feeds").forEach(this::rowsAddUp);
    }
    openExceptions();
    for (String csv : new String[] {"exceptions.csv", "merged.csv", "users.csv", "rejected.csv"}) {
      if (Files.exists(ground.report(csv)) && !text(ground.report(csv)).endsWith("\n")) {
        verdict.wrong(csv + " ends within a line");
      }
    }
    Path page = ground.report("exceptions.html");
    if (Files.exists(page) && !text(page).strip().endsWith("</html>")) {
      verdict.wrong("exceptions.html ends too early");
    }
  }

  /** The ids in {@code exceptions.json}, each of which must be there once. */
  Set<String> openExceptions() {
    Set<String> ids = new HashSet<>();
    Path report = ground.report("exceptions.json");
    if (Files.exists(report)) {
      for (JsonNode exception : json(report).path("exceptions")) {
        if (!ids.add(exception.path("exceptionId").asText())) {
          verdict.doubled("in exceptions.json: " + exception.path("exceptionId").asText());
        }
      }
    }
    return ids;
  }

  /** Promise P1. */
  private void rowsAddUp(JsonNode feed) {
    long accounted = 0;
    for (String state : new String[] {"accepted", "duplicate", "rejected", "ignored", "held"}) {
      accounted += feed.path(state).asLong();
    }
    if (!feed.path("rowsIn").isNumber() || feed.path("rowsIn").asLong() != accounted) {
      verdict.wrong("rows of " + feed + " do not add up");
    }
  }

  private JsonNode json(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException e) {
      verdict.wrong(file.getFileName() + " is not whole: " + e.getMessage());
      return JSON.createObjectNode();
    }
  }

  private String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      verdict.wrong(file.getFileName() + " cannot be read: " + e.getMessage());
      return "";
    }
  }
}

package devicehub.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import devicehub.faults.Deliveries.Delivery;
import devicehub.faults.Ledger.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares what the hub has confirmed with what is there: in the store, in the reports and on the
 * queue. To be done when the hub has taken everything, sent everything, and stopped.
 */
final class LedgerCheck {
  private final Ground ground;
  private final Ledger ledger;
  private final Verdict verdict;

  LedgerCheck(Ground ground, Ledger ledger, Verdict verdict) {
    this.ground = ground;
    this.ledger = ledger;
    this.verdict = verdict;
  }

  void check(List<Delivery> deliveries) throws SQLException, IOException {
    try (Books books = new Books(ground)) {
      inputs(books, Kind.PUSHED);
      inputs(books, Kind.DROPPED);
      pointers(books);
      noted(Kind.DECIDED, books.count("SELECT note FROM decisions"));
      noted(Kind.RELEASED, books.count("SELECT note FROM hold_decisions"));
      outcomes(books, "pushed", ledger.given(Kind.PUSHED));
      outcomes(books, "dropped", ledger.given(Kind.DROPPED));
      report(books);
      queue(books, deliveries);
    }
  }

  private void inputs(Books books, Kind kind) throws SQLException {
    Map<String, Long> inForce =
        books.count(
            "SELECT sha256 FROM snapshots s JOIN snapshot_parts p ON p.snapshot_id = s.id"
                + " WHERE s.state = 'IN_FORCE'");
    Set<String> inDatabase = books.count("SELECT sha256 FROM raw_inputs").keySet();
    for (int number : ledger.confirmed(kind)) {
      String hash = sha256(Rows.mail(number));
      verdict.expectOnce(kind + " " + number, inForce.getOrDefault(hash, 0L));
      if (!Files.exists(raw(hash)) && !inDatabase.contains(hash)) {
        verdict.lost("raw input of " + kind + " " + number);
      }
    }
  }

  /** A purge, wherever it was killed, leaves no snapshot pointing to raw input that is gone. */
  private void pointers(Books books) throws SQLException {
    Set<String> inDatabase = books.count("SELECT sha256 FROM raw_inputs").keySet();
    for (String hash : books.count("SELECT sha256 FROM snapshot_parts").keySet()) {
      if (!inDatabase.contains(hash) && !Files.exists(raw(hash))) {
        verdict.lost("raw input that a snapshot points to: " + hash);
      }
    }
  }

  private Path raw(String hash) {
    return ground.data().resolve("raw").resolve(hash.substring(0, 2)).resolve(hash);
  }

  private void noted(Kind kind, Map<String, Long> notes) {
    for (int number : ledger.confirmed(kind)) {
      verdict.expectOnce(kind + " " + number, notes.getOrDefault("number " + number, 0L));
    }
  }

  /** Each number's one lasting outcome, which no restart may have undone and done again. */
  private void outcomes(Books books, String feed, Set<Integer> numbers) throws SQLException {
    Map<String, Long> merged =
        books.count("SELECT mail_id FROM merges WHERE mail_feed = '" + feed + "'");
    Map<String, Long> standing =
        books.count(
            "SELECT mail_id FROM merges WHERE retracted_at IS NULL AND mail_feed = '" + feed + "'");
    Map<String, Long> opened =
        books.count("SELECT record_id FROM exceptions WHERE feed = '" + feed + "'");
    Map<String, Long> open =
        books.count(
            "SELECT record_id FROM exceptions WHERE cleared_at IS NULL AND feed = '" + feed + "'");
    for (int number : numbers) {
      String id = Rows.id(number);
      boolean excluded = feed.equals("pushed") && ledger.given(Kind.DECIDED).contains(number);
      if (Rows.merges(number)) {
        once("merge of " + id, merged.getOrDefault(id, 0L));
        once("standing merge of " + id, standing.getOrDefault(id, 0L));
        none("exception of " + id, opened.getOrDefault(id, 0L));
      } else {
        none("merge of " + id, merged.getOrDefault(id, 0L));
        if (!excluded) { // else it depends on which came first, the decision or the cycle
          once("exception of " + id, opened.getOrDefault(id, 0L));
          once("open exception of " + id, open.getOrDefault(id, 0L));
        } else if (ledger.confirmed(Kind.DECIDED).contains(number)) {
          none("open exception of the excluded " + id, open.getOrDefault(id, 0L));
        }
      }
    }
  }

  private void once(String thing, long times) {
    if (times == 0) {
      verdict.lost(thing);
    } else if (times > 1) {
      verdict.doubled(thing + " " + times + " times");
    }
  }

  private void none(String thing, long times) {
    if (times > 0) {
      verdict.wrong("there is an " + thing);
    }
  }

  private void report(Books books) throws SQLException {
    Set<String> open = books.count("SELECT id FROM exceptions WHERE cleared_at IS NULL").keySet();
    ReportCheck reports = new ReportCheck(ground, verdict);
    reports.look();
    Set<String> shown = reports.openExceptions();
    open.stream().filter(id -> !shown.contains(id)).forEach(id -> verdict.lost("in report: " + id));
    shown.stream().filter(id -> !open.contains(id)).forEach(id -> verdict.wrong("reported " + id));
  }

  /** Each event arrived, in its exception's order; what arrived again is the very same. */
  private void queue(Books books, List<Delivery> deliveries) throws SQLException {
    Map<String, Integer> sequences = new HashMap<>();
    for (List<String> row : books.rows("SELECT event_id, sequence FROM outbox")) {
      sequences.put(row.get(0), Integer.valueOf(row.get(1)));
    }
    verdict.events(sequences.size());
    Map<String, Delivery> first = new HashMap<>();
    Map<String, Integer> newest = new HashMap<>();
    Set<String> opened = new HashSet<>();
    for (Delivery delivery : deliveries) {
      Delivery before = first.putIfAbsent(delivery.eventId(), delivery);
      if (before != null) {
        verdict.repeatedDelivery();
        if (!before.equals(delivery)) {
          verdict.wrong("event " + delivery.eventId() + " came again as another");
        }
        continue;
      }
      int sequence = sequences.getOrDefault(delivery.eventId(), -1);
      if (sequence < 0) {
        verdict.wrong("event " + delivery.eventId() + " is in no outbox");
      }
      if (newest.getOrDefault(delivery.exceptionId(), -1) > sequence) {
        verdict.wrong("event " + delivery.eventId() + " came after a later one");
      }
      newest.put(delivery.exceptionId(), sequence);
      if (delivery.event().equals("OPENED") && !opened.add(delivery.exceptionId())) {
        verdict.doubled("OPENED with two event ids: " + delivery.exceptionId());
      }
    }
    sequences.keySet().stream()
        .filter(event -> !first.containsKey(event))
        .forEach(event -> verdict.lost("on the queue: " + event));
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}

package devicehub.web;

import devicehub.intake.UnreadableInputException;
import devicehub.inventory.Counts;
import devicehub.inventory.Delivery;
import devicehub.inventory.Receipt;
import devicehub.inventory.Receiver;
import devicehub.inventory.Snapshot.State;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /feeds/{feed}}: takes the body in as the feed's snapshot, and says what became of it.
 *
 * <pre>
 *   curl -H "Authorization: Bearer …" --data-binary @export.csv 127.0.0.1:8077/feeds/exchange
 *   {"feed":"exchange","state":"in force","rowsIn":168,"accepted":166,…,"snapshot":5}
 *
 *   ?mode=full|delta          replaces what the feed said before, or adds to it
 *   X-File-Name: export.csv    what to call it; told to people, never a path
 *   Content-Encoding: gzip
 * </pre>
 */
final class FeedServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(FeedServlet.class);

  private final transient Set<String> feeds;
  private final transient Receiver receiver;
  private final long limitBytes;

  FeedServlet(Set<String> feeds, Receiver receiver, long limitBytes) {
    this.feeds = Set.copyOf(feeds);
    this.receiver = receiver;
    this.limitBytes = limitBytes;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      if (!feeds.contains(FeedRequest.feed(request))) {
        throw new BadRequestException(404, "there is no such feed in feeds.yaml");
      }
      Delivery delivery = FeedRequest.delivery(request, limitBytes);
      answer(delivery.feed(), receiver.receive(delivery), response);
    } catch (BadRequestException e) {
      Answer.error(response, e.status(), e.getMessage());
    } catch (UnreadableInputException e) {
      Answer.error(response, 400, e.reason(), e.line());
    } catch (UnavailableException e) {
      response.setHeader("Retry-After", "5");
      Answer.error(response, 503, e.getMessage());
    } catch (IOException e) {
      // The sender is gone, or the disk is full; nothing of it was kept.
      LOG.warn("a delivery was not received: {}", e.getClass().getSimpleName());
      Answer.error(response, 503, "the delivery could not be received to its end and kept");
    }
  }

  private static void answer(String feed, Receipt receipt, HttpServletResponse response)
      throws IOException {
    Counts counts = receipt.snapshot().counts();
    State state = receipt.snapshot().state();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("feed", feed);
    fields.put(
        "state",
        receipt.isNew() ? state.name().toLowerCase(Locale.ROOT).replace('_', ' ') : "nothing new");
    fields.put("rowsIn", counts.rowsIn());
    fields.put("accepted", counts.accepted());
    fields.put("duplicate", counts.duplicate());
    fields.put("rejected", counts.rejected());
    fields.put("ignored", counts.ignored());
    fields.put("held", counts.held());
    fields.put("snapshot", receipt.snapshot().id());
    if (!receipt.snapshot().reason().isEmpty()) {
      fields.put("reason", receipt.snapshot().reason());
    }
    // Held is accepted in HTTP's sense: taken, and not acted upon.
    Answer.json(response, state == State.HELD ? 202 : 200, fields);
  }
}

package devicehub.device;

import java.util.Optional;

/**
 * Names one record for ever: the feed it came by and the id its own server knows it by.
 *
 * <pre>
 *   maas360:ApplD8DTH6RCIH86
 *   exchange:jane.doe@acme.example/JUQGGDFCDD29R3H003TJA63E10
 * </pre>
 */
public record RecordKey(String feed, String id) implements Comparable<RecordKey> {

  /** Reads {@code feed:native-id}; the feed ends at the first colon, the id may hold others. */
  public static Optional<RecordKey> parse(String text) {
    int colon = text.indexOf(':');
    if (colon <= 0 || colon == text.length() - 1) {
      return Optional.empty();
    }
    return Optional.of(new RecordKey(text.substring(0, colon), text.substring(colon + 1)));
  }

  /** The same for every spelling of the id that {@link IdText} calls one. */
  public RecordKey folded() {
    String same = IdText.fold(id);
    return same.equals(id) ? this : new RecordKey(feed, same);
  }

  @Override
  public int compareTo(RecordKey other) {
    int byFeed = feed.compareTo(other.feed);
    return byFeed != 0 ? byFeed : id.compareTo(other.id);
  }

  @Override
  public String toString() {
    return feed + ":" + id;
  }
}

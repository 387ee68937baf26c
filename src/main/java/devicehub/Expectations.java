package devicehub;

import devicehub.config.FeedConfig;
import devicehub.intake.FeedRole;
import devicehub.inventory.Inventory;
import devicehub.inventory.SnapshotLog;
import devicehub.matching.Awaited;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which feeds are awaited: those that were asked, or brought something that could not be taken, and
 * have nothing in force; those whose last good answer is too old; and those whose answer in force
 * cannot be read any more. A folder nobody dropped a file into is awaited only as long as nothing
 * at all is enrolled.
 */
final class Expectations {
  private final Collection<Feed> feeds;
  private final Set<String> asked;
  private final SnapshotLog log;
  private final Inventory inventory;
  private final Clock clock;

  /**
   * @param asked the names of the feeds the hub goes and asks itself
   */
  Expectations(
      Collection<Feed> feeds,
      Set<String> asked,
      SnapshotLog log,
      Inventory inventory,
      Clock clock) {
    this.feeds = feeds;
    this.asked = asked;
    this.log = log;
    this.inventory = inventory;
    this.clock = clock;
  }

  /** The names of the feeds that are asked over HTTP or LDAP. */
  static Set<String> asked(Collection<FeedConfig> configured) {
    return configured.stream()
        .filter(feed -> feed.http().isPresent() || feed.ldap().isPresent())
        .map(FeedConfig::name)
        .collect(Collectors.toSet());
  }

  Awaited awaited() {
    return new Awaited(awaited(FeedRole.ENROLLMENT), awaited(FeedRole.DIRECTORY));
  }

  private List<String> awaited(FeedRole role) {
    Instant now = clock.instant();
    List<Feed> ofRole = feeds.stream().filter(feed -> feed.spec().role() == role).toList();
    boolean nobodySpoke =
        role == FeedRole.ENROLLMENT
            && ofRole.stream().allMatch(feed -> standing(feed, now).isMute());
    return ofRole.stream()
        .filter(feed -> isAwaited(feed, nobodySpoke, now))
        .map(Feed::name)
        .sorted()
        .toList();
  }

  private boolean isAwaited(Feed feed, boolean nobodySpoke, Instant now) {
    FeedStanding standing = standing(feed, now);
    if (standing.isUnreadable()) {
      return true;
    }
    return standing.isMute()
        ? nobodySpoke || standing.isTroubled() || asked.contains(feed.name())
        : standing.isStale();
  }

  private FeedStanding standing(Feed feed, Instant now) {
    return new FeedStanding(feed, log, inventory, now);
  }
}

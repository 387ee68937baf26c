package devicehub.config;

import devicehub.intake.FeedSpec;
import devicehub.inventory.Snapshot;
import java.time.Duration;
import java.util.Optional;

/**
 * One feed of {@code config/feeds.yaml}, its preset filled in.
 *
 * @param spec how its rows become records
 * @param format how its input is written
 * @param snapshot whether an input is all the feed knows, or what is new
 * @param grace how long a record that a full snapshot leaves out still counts; nothing for none
 * @param stale after how long without anything good people are warned and absence proves nothing
 * @param pageFiles whether the files of one drop are pages of one snapshot, not one snapshot each
 * @param http how to fetch it; empty where it is dropped as files or pushed
 * @param ldap how to ask a directory for it; empty where it comes otherwise
 */
public record FeedConfig(
    FeedSpec spec,
    FormatConfig format,
    Snapshot.Kind snapshot,
    Duration grace,
    Duration stale,
    boolean pageFiles,
    Optional<HttpConfig> http,
    Optional<LdapConfig> ldap) {

  /** The feed's name, as in record keys. */
  public String name() {
    return spec.name();
  }

  FeedConfig samplesAt(String url) {
    return new FeedConfig(
        spec,
        format,
        snapshot,
        grace,
        stale,
        pageFiles,
        http.map(config -> config.samplesAt(url)),
        ldap);
  }
}

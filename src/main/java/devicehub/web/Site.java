package devicehub.web;

import devicehub.inventory.Receiver;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What the hub shows and takes over HTTP.
 *
 * @param feeds the names of the feeds that may be pushed to
 * @param limitBytes the most that one body may hold
 * @param reports the folder of the report files
 * @param metrics the hub's numbers, in the text format of Prometheus
 */
public record Site(
    Supplier<Health> health,
    Set<String> feeds,
    Receiver receiver,
    long limitBytes,
    Path reports,
    Supplier<String> metrics) {}

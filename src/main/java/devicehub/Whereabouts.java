package devicehub;

import devicehub.config.Settings;
import devicehub.web.AccessToken;
import java.io.IOException;
import java.net.URI;

/** Where to find page, files, health and queue of a hub that runs. */
final class Whereabouts {
  private Whereabouts() {}

  static String of(Settings settings, URI address) throws IOException {
    AccessToken token = AccessToken.in(settings.httpTokenFile(), true);
    String queue =
        settings.brokerUrl().isEmpty()
            ? settings.queueExceptions() + " on the embedded broker, kept in the data folder"
            : settings.queueExceptions() + " at " + settings.brokerUrl();
    return """
        Page     %s/?token=%s
        Files    %s
        Health   %s/health/ready
        Queue    %s
        Matching every %s seconds; Ctrl-C stops."""
        .formatted(
            address,
            token.reveal(),
            settings.reportsDir(),
            address,
            queue,
            settings.matchPeriod().toSeconds());
  }
}

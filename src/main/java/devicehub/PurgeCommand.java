package devicehub;

import devicehub.config.Config;
import devicehub.store.Store;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Purges once, as the running hub does every day; for those who run {@code once} from time to time.
 */
@Command(
    name = "purge",
    mixinStandardHelpOptions = true,
    description = "Deletes what no longer counts and is older than the settings retention.* allow.")
final class PurgeCommand implements Callable<Integer> {
  @Mixin private Folders folders = new Folders();

  @Override
  public Integer call() throws Exception {
    Config config = Wiring.configuration(folders);
    try (Store store = Store.join(Wiring.storeSettings(folders, config.settings()))) {
      FeedWiring wiring = new FeedWiring(config.settings());
      Retention retention =
          new Retention(
              config.settings(),
              wiring.feeds(config.samplesAt("http://127.0.0.1").feeds()),
              store,
              folders.data(),
              Clock.systemUTC());
      System.out.println("Purged " + retention.purge());
    }
    return Exit.OK;
  }
}

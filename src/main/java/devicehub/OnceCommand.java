package devicehub;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Takes in what every feed offers now, decides, reports, sends, prints, stops. */
@Command(
    name = "once",
    mixinStandardHelpOptions = true,
    description = "Takes in what every feed offers now, runs one cycle, reports, and stops.")
final class OnceCommand implements Callable<Integer> {
  @Mixin private Folders folders = new Folders();

  @Override
  public Integer call() throws Exception {
    try (Wiring hub = Wiring.of(folders, true)) {
      hub.takeIn();
      hub.cycle();
      System.out.println(hub.summary());
      if (hub.unwritten().isPresent()) {
        System.err.println("devicehub: " + hub.unwritten().get());
        return Exit.FAILED;
      }
      return hub.isTroubled() ? Exit.FEED_TROUBLE : Exit.OK;
    }
  }
}

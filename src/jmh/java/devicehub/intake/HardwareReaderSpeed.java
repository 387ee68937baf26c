package devicehub.intake;

import devicehub.device.DeviceModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Measures reading of hardware words: the first model (which loads the tables), a cold memory, a
 * warm one, and rows that each carry a name of their own.
 *
 * <p>Prints rows per second; the first argument is the number of rows, by default 2,000,000.
 */
public final class HardwareReaderSpeed {
  private static final int KINDS = 5_000;

  private HardwareReaderSpeed() {}

  public static void main(String... args) {
    int rows = args.length > 0 ? Integer.parseInt(args[0]) : 2_000_000;
    long start = System.nanoTime();
    DeviceModel.of("SM-S921B");
    System.out.printf("tables loaded, first model read   %,8d ms%n", millis(start));

    List<HardwareText> kinds = kinds();
    HardwareReader reader = new HardwareReader();
    start = System.nanoTime();
    kinds.forEach(reader::read);
    System.out.printf("%,d kinds of row, cold            %,8d ms%n", KINDS, millis(start));

    for (int round = 1; round <= 3; round++) {
      measure("warm", reader, kinds, rows, false);
    }
    for (int round = 1; round <= 3; round++) {
      measure("warm, own friendly names", reader, kinds, rows, true);
    }
  }

  /** Rows as a parser makes them: equal strings, but never the same objects. */
  private static void measure(
      String what, HardwareReader reader, List<HardwareText> kinds, int rows, boolean named) {
    int batch = 10_000;
    long nanos = 0;
    long known = 0;
    for (int done = 0; done < rows; done += batch) {
      List<HardwareText> fresh = new ArrayList<>(batch);
      for (int i = 0; i < batch; i++) {
        fresh.add(copy(kinds.get((done + i) % kinds.size()), named ? "user" + i + "'s phone" : ""));
      }
      long start = System.nanoTime();
      for (HardwareText text : fresh) {
        known += reader.read(text).model().known() ? 1 : 0;
      }
      nanos += System.nanoTime() - start;
    }
    System.out.printf(
        "%-33s %,12d rows/s  (%d known)%n", what, rows * 1_000_000_000L / nanos, known);
  }

  private static HardwareText copy(HardwareText text, String friendlyName) {
    return new HardwareText(
        new String(text.manufacturer()),
        new String(text.model()),
        new String(text.modelName()),
        new String(text.deviceType()),
        new String(text.os()),
        new String(text.userAgent()),
        friendlyName);
  }

  private static List<HardwareText> kinds() {
    Random random = new Random(42);
    List<HardwareText> kinds = new ArrayList<>();
    for (int i = 0; i < KINDS; i++) {
      int major = 8 + random.nextInt(10);
      int minor = random.nextInt(6);
      String apple = "iPhone" + (8 + random.nextInt(10)) + "C" + (1 + random.nextInt(6));
      String samsung = "SM-S9" + (10 + random.nextInt(30)) + "B";
      kinds.add(
          switch (i % 3) {
            case 0 ->
                new HardwareText(
                    "",
                    apple,
                    "",
                    "iPhone",
                    "iOS " + major + "." + minor + " 21C66",
                    "Apple-" + apple + "/2103." + minor,
                    "");
            case 1 ->
                new HardwareText(
                    "samsung", samsung, "", "Smartphone", "Android " + major + "." + minor, "", "");
            default ->
                new HardwareText(
                    "",
                    "Outlook for iOS and Android",
                    "",
                    "Outlook",
                    "iOS " + major + "." + minor + "." + i % 7,
                    "Outlook-iOS/2.0",
                    "");
          });
    }
    return kinds;
  }

  private static long millis(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }
}

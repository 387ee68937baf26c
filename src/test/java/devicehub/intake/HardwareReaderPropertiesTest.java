package devicehub.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.strings;

import devicehub.device.Hardware;
import devicehub.device.MailClient;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quicktheories.core.Gen;

/** What holds for every row, whatever it says. */
class HardwareReaderPropertiesTest {
  private static final List<String> TEXTS =
      List.of(
          "",
          "iPhone14C2",
          "iPhone",
          "SM-S921B",
          "samsung",
          "Apple",
          "iOS 17.2.1 21C66",
          "WP8",
          "Android 14",
          "Apple-iPhone14C2/1905.95",
          "SAMSUNG-SM-S921B/101.40",
          "Outlook-iOS/2.0",
          "Outlook for iOS and Android",
          "Tablet",
          "Smartphone",
          "ashish189-ANE-AL00",
          "unknown",
          "Mozilla/5.0 (Linux; Android 14; SM-S921B) x",
          "Windows 10.0.14393",
          "İstanbul\u0000");

  private final HardwareReader reader = new HardwareReader();

  @Test
  void everyRowIsReadAndReadTheSameAgain() {
    Gen<String> text =
        arbitrary()
            .pick(TEXTS)
            .mix(strings().basicMultilingualPlaneAlphabet().ofLengthBetween(0, 40));
    qt().forAll(text, text, text, text)
        .check(
            (a, b, c, d) -> {
              HardwareText row = new HardwareText(a, b, c, d, b, c, d);
              Hardware hardware = reader.read(row);
              return hardware.equals(new HardwareReader().read(row))
                  && MailClientReader.read(a, b, c, d, a) != null;
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "-", "Android ", "Mozilla/5.0 (Linux; Android 1; ", "(", "9.", "iPhone14,2"})
  void longGarbageIsUnknown(String piece) {
    String garbage = piece.repeat(50_000 / piece.length());
    HardwareText row =
        new HardwareText(garbage, garbage, garbage, garbage, garbage, garbage, garbage);

    Hardware hardware = reader.read(row);

    assertThat(hardware.model().known()).isFalse();
    assertThat(hardware.manufacturer().known()).isFalse();
    assertThat(MailClientReader.read(garbage, garbage, garbage, garbage, garbage))
        .isIn(MailClient.OTHER, MailClient.NATIVE);
  }

  @Test
  void theLocaleDoesNotMatter() {
    List<Hardware> before = everyPair();
    Locale locale = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertThat(everyPair()).isEqualTo(before);
      assertThat(MailClientReader.read("EAS", "IPHONE", "", "", "")).isEqualTo(MailClient.NATIVE);
    } finally {
      Locale.setDefault(locale);
    }
  }

  @Test
  void aFeedOfNoiseDoesNotFillTheMemory() {
    HardwareMemory<Integer, Integer> memory = new HardwareMemory<>(100);
    for (int i = 0; i < 10_000; i++) {
      assertThat(memory.get(i, value -> value * 2)).isEqualTo(i * 2);
    }
    assertThat(memory.size()).isLessThanOrEqualTo(100);
  }

  @Test
  void threadsReadTheSameObjects() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<List<Hardware>>> readings =
          IntStream.range(0, 4)
              .mapToObj(
                  i ->
                      threads.submit(
                          () -> {
                            start.await();
                            return everyPairWith(reader);
                          }))
              .toList();
      start.countDown();
      List<Hardware> first = readings.get(0).get();
      for (Future<List<Hardware>> reading : readings) {
        assertThat(reading.get()).usingElementComparator((a, b) -> a == b ? 0 : 1).isEqualTo(first);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<Hardware> everyPair() {
    return everyPairWith(new HardwareReader());
  }

  private static List<Hardware> everyPairWith(HardwareReader reader) {
    return TEXTS.stream()
        .flatMap(
            a -> TEXTS.stream().map(b -> reader.read(new HardwareText("", a, "", b, "", "", ""))))
        .toList();
  }
}

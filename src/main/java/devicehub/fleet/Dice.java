package devicehub.fleet;

import java.util.List;
import java.util.SplittableRandom;

/**
 * All chance in a fleet. Only {@link SplittableRandom#nextLong()} is used, so that the same seed
 * gives the same bytes on every Java version; bounded numbers are made here.
 */
final class Dice {
  private static final String BASE32HEX = "0123456789ABCDEFGHIJKLMNOPQRSTUV";
  private static final String HEX = "0123456789abcdef";

  private final SplittableRandom random;

  private Dice(SplittableRandom random) {
    this.random = random;
  }

  /** The dice of one household: any household can be thrown again without those before it. */
  static Dice of(long seed, long household) {
    return new Dice(
        new SplittableRandom(seed * 0x9E3779B97F4A7C15L ^ household * 0xD1B54A32D192ED03L));
  }

  /** A number from 0 to {@code bound - 1}. */
  int below(int bound) {
    return (int) (((random.nextLong() >>> 33) * bound) >>> 31);
  }

  /** A number from {@code low} to {@code high}, both included. */
  int between(int low, int high) {
    return low + below(high - low + 1);
  }

  boolean oneIn(int n) {
    return below(n) == 0;
  }

  <T> T any(List<T> list) {
    return list.get(below(list.size()));
  }

  String hex(int digits) {
    return digits(HEX, 4, digits);
  }

  /**
   * Sixteen bytes in base32hex without padding: 26 characters, the last one carries only 3 bits.
   */
  String base32hexOf16Bytes() {
    return digits(BASE32HEX, 5, 25) + BASE32HEX.charAt(below(8) << 2);
  }

  private String digits(String alphabet, int bits, int count) {
    char[] text = new char[count];
    long pool = 0;
    int left = 0;
    for (int i = 0; i < count; i++) {
      if (left < bits) {
        pool = random.nextLong();
        left = 64;
      }
      text[i] = alphabet.charAt((int) (pool & ((1 << bits) - 1)));
      pool >>>= bits;
      left -= bits;
    }
    return new String(text);
  }
}

package devicehub.device;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The long list of Android devices, searched where it lies instead of being taken apart.
 *
 * <p>{@code android.tsv} holds makers' lines and, behind a tab, their devices; two sorted indexes
 * lead to byte positions in it, written in base 36:
 *
 * <pre>
 * android.tsv         Samsung
 *                     ⇥ Galaxy S21 5G ⇥ SC-51B ⇥ SCG09 ⇥ SM-G9910 ⇥ SM-G991B …
 * android-codes.tsv   smg991b ⇥ a7xk            position of the code
 * android-names.tsv   galaxys215g ⇥ a7wm        position of the device's line
 *                     ~galaxys21 ⇥ a7wm         a coarser name
 * </pre>
 *
 * <p>So loading is reading three files: about 2 MB, and no work for names nobody asks for.
 */
final class ModelTableFile {
  static final int BASE = 36;
  static final String COARSER = "~";
  private static final String FOLDER = "/devicehub/models/";

  private final byte[] list;
  private final byte[] codes;
  private final byte[] names;
  private final int[] makerLines;
  private final Manufacturer[] makers;

  private ModelTableFile(byte[] list, byte[] codes, byte[] names) {
    this.list = list;
    this.codes = codes;
    this.names = names;
    this.makerLines = makerLines(list);
    this.makers = new Manufacturer[makerLines.length];
  }

  /**
   * Reads the list and its indexes from the class path.
   *
   * @throws UncheckedIOException if one cannot be read
   * @throws IllegalStateException if one is missing
   */
  static ModelTableFile load() {
    return new ModelTableFile(
        read("android.tsv"), read("android-codes.tsv"), read("android-names.tsv"));
  }

  static byte[] read(String file) {
    try (InputStream in = ModelTableFile.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalStateException("Model list missing from the class path: " + FOLDER + file);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("Model list cannot be read: " + FOLDER + file, e);
    }
  }

  /** Positions of the codes with this key. */
  int[] byCode(String key) {
    return find(codes, key);
  }

  /** Positions of the codes of the devices whose name has this key. */
  int[] byName(String key) {
    int[] positions = ModelTable.NONE;
    for (int line : find(names, key)) {
      positions = DeviceModelRows.union(positions, codesOfLine(line));
    }
    return positions;
  }

  int[] byWideName(String key) {
    return byName(COARSER + key);
  }

  Manufacturer maker(int position) {
    int found = Arrays.binarySearch(makerLines, position);
    int index = found < 0 ? -found - 2 : found;
    Manufacturer maker = makers[index];
    if (maker == null) {
      // Two threads may make it twice; the makers are equal.
      maker = Manufacturer.of(field(makerLines[index]));
      makers[index] = maker;
    }
    return maker;
  }

  String code(int position) {
    return field(position);
  }

  String name(int position) {
    int start = position;
    while (list[start - 1] != '\n') {
      start--;
    }
    return field(start + 1);
  }

  private int[] codesOfLine(int line) {
    int[] found = new int[8];
    int count = 0;
    for (int i = endOfField(line + 1); list[i] == '\t'; i = endOfField(i + 1)) {
      if (count == found.length) {
        found = Arrays.copyOf(found, count * 2);
      }
      found[count++] = i + 1;
    }
    return Arrays.copyOf(found, count);
  }

  private String field(int start) {
    return new String(list, start, endOfField(start) - start, StandardCharsets.UTF_8);
  }

  private int endOfField(int start) {
    int end = start;
    while (list[end] != '\t' && list[end] != '\n') {
      end++;
    }
    return end;
  }

  /** Halves the sorted lines until the key's is found; its positions, none if it is not there. */
  private static int[] find(byte[] index, String key) {
    byte[] wanted = (key + '\t').getBytes(StandardCharsets.UTF_8);
    int low = 0;
    int high = index.length;
    while (low < high) {
      int start = (low + high) >>> 1;
      while (start > low && index[start - 1] != '\n') {
        start--;
      }
      int end = start;
      while (index[end] != '\n') {
        end++;
      }
      int tab = start;
      while (index[tab] != '\t') {
        tab++;
      }
      int order = Arrays.compareUnsigned(index, start, tab, wanted, 0, wanted.length - 1);
      if (order == 0) {
        return positions(new String(index, tab + 1, end - tab - 1, StandardCharsets.US_ASCII));
      }
      if (order < 0) {
        low = end + 1;
      } else {
        high = start;
      }
    }
    return ModelTable.NONE;
  }

  private static int[] positions(String words) {
    String[] numbers = words.split(" ");
    int[] positions = new int[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      positions[i] = Integer.parseInt(numbers[i], BASE);
    }
    return positions;
  }

  /** Where a line starts that does not start with a tab. */
  private static int[] makerLines(byte[] list) {
    int[] lines = new int[1024];
    int count = 0;
    for (int i = 0; i < list.length; i++) {
      if ((i == 0 || list[i - 1] == '\n') && list[i] != '\t') {
        if (count == lines.length) {
          lines = Arrays.copyOf(lines, count * 2);
        }
        lines[count++] = i;
      }
    }
    return Arrays.copyOf(lines, count);
  }
}

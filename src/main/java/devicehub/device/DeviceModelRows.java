package devicehub.device;

import java.util.Arrays;

/** Sets of table rows, as sorted arrays without doubles. */
final class DeviceModelRows {
  private DeviceModelRows() {}

  static int[] union(int[] a, int[] b) {
    if (a.length == 0 || b.length == 0) {
      return a.length == 0 ? b : a;
    }
    int[] all = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, all, a.length, b.length);
    Arrays.sort(all);
    int size = 0;
    for (int row : all) {
      if (size == 0 || all[size - 1] != row) {
        all[size++] = row;
      }
    }
    return size == all.length ? all : Arrays.copyOf(all, size);
  }

  static boolean intersect(int[] a, int[] b) {
    int i = 0;
    int j = 0;
    while (i < a.length && j < b.length) {
      if (a[i] == b[j]) {
        return true;
      }
      if (a[i] < b[j]) {
        i++;
      } else {
        j++;
      }
    }
    return false;
  }

  static boolean contains(int[] all, int[] some) {
    for (int row : some) {
      if (Arrays.binarySearch(all, row) < 0) {
        return false;
      }
    }
    return true;
  }

  /** The rows made by one maker. */
  static int[] ofMaker(ModelTable table, int[] rows, Manufacturer maker) {
    return Arrays.stream(rows).filter(row -> table.maker(row).equals(maker)).toArray();
  }

  /** The one maker of all rows, unknown if there are several or none. */
  static Manufacturer maker(ModelTable table, int[] rows) {
    Manufacturer maker = rows.length == 0 ? Manufacturer.UNKNOWN : table.maker(rows[0]);
    for (int row : rows) {
      if (!table.maker(row).equals(maker)) {
        return Manufacturer.UNKNOWN;
      }
    }
    return maker;
  }

  /** The one name of all rows, empty if there are several or none. */
  static String name(ModelTable table, int[] rows) {
    String name = rows.length == 0 ? "" : table.name(rows[0]);
    for (int row : rows) {
      if (!table.name(row).equals(name)) {
        return "";
      }
    }
    return name;
  }

  /** Whether all rows are one code of one maker, under whatever names. */
  static boolean sameCode(ModelTable table, int[] rows) {
    for (int row : rows) {
      if (!table.code(row).equals(table.code(rows[0]))
          || !table.maker(row).equals(table.maker(rows[0]))) {
        return false;
      }
    }
    return rows.length > 0;
  }
}

package devicehub.format;

import devicehub.intake.FieldMap;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The wanted paths as a tree, so that one walk through a record finds all of them. Lists on the way
 * are passed through: {@code identifiers.value} and {@code identifiers[].value} mean the same.
 *
 * <pre>
 *   mobile_device.general.serial_number      mobile_device ─ general ┬ serial_number   column 0
 *   mobile_device.general.udid                                       └ udid            column 1
 * </pre>
 *
 * <p>Names are compared as {@link FieldMap} compares columns. For one thread.
 */
final class FieldTree {
  /** Enough for any honest record; hostile ones must not fill the memory with spellings. */
  private static final int SPELLINGS = 1000;

  private static final int[] NO_COLUMNS = {};
  private static final FieldTree NOTHING = new FieldTree();

  private final Map<String, FieldTree> byLooseName = new HashMap<>();
  private final Map<String, FieldTree> bySpelling = new HashMap<>();
  private int[] columns = NO_COLUMNS;
  private long lastVisit;

  /** A tree of paths; the column is the path's place in the list, and empty paths lead nowhere. */
  static FieldTree of(List<String> paths) {
    FieldTree root = new FieldTree();
    for (int column = 0; column < paths.size(); column++) {
      String path = paths.get(column);
      if (!path.isBlank()) {
        root.at(path).add(column);
      }
    }
    return root;
  }

  private FieldTree at(String path) {
    FieldTree node = this;
    String rest = path.strip();
    while (!rest.isEmpty()) {
      // Annotations hold dots of their own: @odata.nextLink.
      int dot = rest.startsWith("@") ? -1 : rest.indexOf('.');
      String name = dot < 0 ? rest : rest.substring(0, dot);
      rest = dot < 0 ? "" : rest.substring(dot + 1);
      String loose = FieldMap.loose(name.endsWith("[]") ? name.replace("[]", "") : name);
      if (!loose.isEmpty()) {
        node = node.byLooseName.computeIfAbsent(loose, unseen -> new FieldTree());
      }
    }
    return node;
  }

  private void add(int column) {
    columns = Arrays.copyOf(columns, columns.length + 1);
    columns[columns.length - 1] = column;
  }

  /** What is wanted below a name; the empty tree if nothing is. */
  FieldTree child(String name) {
    if (byLooseName.isEmpty()) {
      return NOTHING;
    }
    FieldTree child = bySpelling.get(name);
    if (child == null) {
      FieldTree found = byLooseName.get(FieldMap.loose(name));
      child = found == null ? flat(name) : found;
      if (bySpelling.size() < SPELLINGS) {
        bySpelling.put(name, child);
      }
    }
    return child;
  }

  /** A name with dots of its own stands for a path: {@code {"common.uuid": "6a1c…"}}. */
  private FieldTree flat(String name) {
    int dot = name.indexOf('.');
    if (dot < 1 || dot == name.length() - 1) {
      return NOTHING;
    }
    FieldTree above = byLooseName.get(FieldMap.loose(name.substring(0, dot)));
    return above == null ? NOTHING : above.child(name.substring(dot + 1));
  }

  boolean isEmpty() {
    return columns.length == 0 && byLooseName.isEmpty();
  }

  /** The columns that the value at this place belongs to. */
  int[] columns() {
    return columns;
  }

  /**
   * Notes that an object has this field; false if it has had it before under another spelling, of
   * which the first counts.
   */
  boolean visit(long object) {
    boolean first = lastVisit != object;
    lastVisit = object;
    return first;
  }
}

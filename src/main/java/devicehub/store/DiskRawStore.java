package devicehub.store;

import devicehub.drill.KillPoint;
import devicehub.inventory.Arrival;
import devicehub.inventory.RawPart;
import devicehub.inventory.RawStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Raw input as files, each named by the SHA-256 of its content.
 *
 * <pre>
 *   data/raw/9f/9f2c41…e0   MobileDevices.csv as it came, whatever it was called
 *   data/raw/7714…31.part   one that is being received; swept at the next start
 *   data/raw/9f/9f2c41…e0.aside   one that a purge was killed over; put back by the next
 * </pre>
 *
 * <p>A file gets its final name only after its bytes are on the disk, so a kept file is whole.
 */
public final class DiskRawStore implements RawStore {
  private static final String ASIDE = ".aside";

  /** From this many bytes on, another thread waits for the disk while the rows are read. */
  private static final long LARGE = 1 << 20;

  private final Path folder;

  /**
   * @param data the hub's own folder, which the caller holds: what is being received in it by
   *     nobody is deleted
   */
  public DiskRawStore(Path data) {
    this.folder = data.resolve("raw");
    try {
      Files.createDirectories(folder);
      sync(data);
      Spool.sweep(folder);
    } catch (IOException e) {
      throw new StoreException("the folder %s cannot be used".formatted(folder), e);
    }
  }

  private DiskRawStore(String folder) {
    this.folder = Path.of(folder);
  }

  /** The raw store of a folder that somebody else may hold; nothing is swept away. */
  static DiskRawStore joined(Path data) {
    return new DiskRawStore(data.resolve("raw").toString());
  }

  @Override
  public Arrival receive(String name, InputStream content) throws IOException {
    Spool spool = Spool.receive(folder, content);
    if (spool.bytes() >= LARGE) {
      spool.beginSync();
    }
    return new SpoolArrival(spool, name, this::keep);
  }

  private void keep(Spool spool) throws IOException {
    spool.sync();
    Path shelf = shelf(spool.sha256());
    Files.createDirectories(shelf);
    Path kept = shelf.resolve(spool.sha256());
    if (!isThere(kept, spool.bytes())) {
      Files.move(spool.file(), kept, StandardCopyOption.ATOMIC_MOVE);
    }
    // Even if it was there: another thread may have put it there a moment ago.
    sync(shelf);
    sync(folder);
    KillPoint.RAW_STORED.pass();
  }

  @Override
  public InputStream open(RawPart part) throws IOException {
    Path kept = shelf(part.sha256()).resolve(part.sha256());
    try {
      return Files.newInputStream(kept);
    } catch (NoSuchFileException e) {
      Path aside = aside(kept);
      if (Files.exists(aside)) {
        return Files.newInputStream(aside); // a purge looks at it at this moment, or was killed
      }
      throw e;
    }
  }

  @Override
  public List<String> keptBefore(Instant moment) throws IOException {
    List<String> hashes = new ArrayList<>();
    for (Path shelf : list(folder)) {
      // What is being received lies beside the shelves, and may be gone before it is looked at.
      for (Path file : Files.isDirectory(shelf) ? list(shelf) : List.<Path>of()) {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(ASIDE)) {
          putBack(file);
        } else if (Sha256.isOne(name) && isBefore(file, moment)) {
          hashes.add(name);
        }
      }
    }
    return hashes;
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  /** Takes the file aside before it looks at its age, for a copy of it may be kept just now. */
  @Override
  public boolean delete(String sha256, Instant keptBefore) throws IOException {
    Path kept = shelf(sha256).resolve(sha256);
    Path aside = aside(kept);
    try {
      Files.move(kept, aside, StandardCopyOption.ATOMIC_MOVE);
    } catch (NoSuchFileException e) {
      return false;
    }
    if (!isBefore(aside, keptBefore)) {
      putBack(aside);
      return false;
    }
    KillPoint.PURGE_ASIDE.pass();
    Files.deleteIfExists(aside);
    return true;
  }

  private static boolean isBefore(Path file, Instant moment) throws IOException {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(moment);
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private static Path aside(Path kept) {
    return kept.resolveSibling(kept.getFileName() + ASIDE);
  }

  private static void putBack(Path aside) throws IOException {
    String name = String.valueOf(aside.getFileName());
    try {
      Files.move(
          aside,
          aside.resolveSibling(name.substring(0, name.length() - ASIDE.length())),
          StandardCopyOption.ATOMIC_MOVE);
    } catch (NoSuchFileException e) {
      // Another purge has dealt with it.
    }
  }

  /**
   * Whether the file is there, and whole; its length tells one that a failing disk cut short, which
   * a new copy then replaces. It counts as kept now, so that no purge takes it away meanwhile.
   */
  private static boolean isThere(Path kept, long bytes) throws IOException {
    try {
      boolean whole = Files.size(kept) == bytes;
      Files.setLastModifiedTime(kept, FileTime.from(Instant.now()));
      return whole;
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private Path shelf(String hash) {
    return folder.resolve(Sha256.checked(hash).substring(0, 2));
  }

  /** Makes a new name in a directory outlive a power cut. */
  private static void sync(Path directory) throws IOException {
    if (!isWindows()) { // which neither needs it nor lets a directory be opened
      try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private static boolean isWindows() {
    return System.getProperty("os.name", "").startsWith("Windows");
  }
}

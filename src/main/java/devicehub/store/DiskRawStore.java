package devicehub.store;

import devicehub.drill.KillPoint;
import devicehub.inventory.RawPart;
import devicehub.inventory.RawStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Raw input as files, each named by the SHA-256 of its content.
 *
 * <pre>
 *   data/raw/9f/9f2c41…e0   MobileDevices.csv as it came, whatever it was called
 *   data/raw/7714…31.part   one that is being received; swept at the next start
 * </pre>
 *
 * <p>A file gets its final name only after its bytes are on the disk, so a kept file is whole.
 */
public final class DiskRawStore implements RawStore {
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
  public RawPart keep(String name, InputStream content) throws IOException {
    try (Spool spool = Spool.receive(folder, content)) {
      Path shelf = shelf(spool.sha256());
      Files.createDirectories(shelf);
      Path kept = shelf.resolve(spool.sha256());
      // The length tells a file that a failing disk cut short, which this copy then replaces.
      if (!Files.exists(kept) || Files.size(kept) != spool.bytes()) {
        Files.move(spool.file(), kept, StandardCopyOption.ATOMIC_MOVE);
      }
      // Even if it was there: another thread may have put it there a moment ago.
      sync(shelf);
      sync(folder);
      KillPoint.RAW_STORED.pass();
      return new RawPart(spool.sha256(), name, spool.bytes());
    }
  }

  @Override
  public InputStream open(RawPart part) throws IOException {
    return Files.newInputStream(shelf(part.sha256()).resolve(part.sha256()));
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

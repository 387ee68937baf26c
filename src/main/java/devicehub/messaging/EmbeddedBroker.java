package devicehub.messaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.broker.region.policy.ConstantPendingMessageLimitStrategy;
import org.apache.activemq.broker.region.policy.IndividualDeadLetterStrategy;
import org.apache.activemq.broker.region.policy.PolicyEntry;
import org.apache.activemq.broker.region.policy.PolicyMap;
import org.apache.activemq.store.SharedFileLocker;
import org.apache.activemq.store.kahadb.KahaDBPersistenceAdapter;
import org.apache.activemq.store.kahadb.disk.journal.Journal.JournalDiskSyncStrategy;
import org.apache.activemq.usage.SystemUsage;
import org.apache.activemq.util.DefaultIOExceptionHandler;
import org.apache.camel.support.service.ServiceSupport;
import org.jspecify.annotations.Nullable;

/**
 * The hub's own broker, for where there is no other. It is reached from within the process only:
 * {@code vm://hub}, no port.
 *
 * <p>A message is on the disk before it is confirmed. A full disk or a full store refuses messages
 * rather than losing them; the outbox holds them until there is room.
 */
public final class EmbeddedBroker extends ServiceSupport {
  static final String NAME = "hub";

  private static final long MEBIBYTE = 1 << 20;
  private static final long MEMORY_BYTES = 64 * MEBIBYTE;
  private static final long STORE_BYTES = 256 * MEBIBYTE;
  private static final long TEMPORARY_BYTES = 64 * MEBIBYTE;
  private static final int JOURNAL_FILE_BYTES = (int) (16 * MEBIBYTE);
  private static final long CLEANUP_MILLIS = 5_000;
  private static final long NO_SPACE_MILLIS = 5_000;
  private static final int PREFETCH = 100;
  private static final int SLOW_SUBSCRIBERS_SUMMARIES = 100;

  private final Path folder;
  private final long storeBytes;
  private @Nullable BrokerService broker;

  /**
   * @param data the hub's own folder; the broker keeps its messages in {@code broker} below it
   */
  public EmbeddedBroker(Path data) {
    this(data, STORE_BYTES);
  }

  EmbeddedBroker(Path data, long storeBytes) {
    this.folder = data.toAbsolutePath().normalize().resolve("broker");
    this.storeBytes = storeBytes;
  }

  @Override
  protected synchronized void doStart() throws Exception {
    BrokerService starting = configured();
    try {
      starting.start();
      starting.waitUntilStarted();
      broker = starting;
    } catch (Exception e) {
      starting.stop();
      throw new MessagingException("the broker in %s cannot start".formatted(folder), e);
    }
  }

  @Override
  protected synchronized void doStop() throws Exception {
    if (broker != null) {
      broker.stop();
      broker.waitUntilStopped();
      broker = null;
    }
  }

  /** Starts anew where a full or failing disk has stopped it, which happens behind our back. */
  synchronized void revive() throws Exception {
    if (isStarted() && broker != null && broker.isStopped()) {
      doStop();
      doStart();
    }
  }

  private BrokerService configured() throws IOException {
    makeFolder();
    BrokerService service = new BrokerService();
    service.setBrokerName(NAME);
    service.setUseJmx(false);
    service.setSchedulerSupport(false);
    service.setUseShutdownHook(false); // Camel stops it, after the routes
    service.setDataDirectoryFile(folder.toFile());
    service.setPersistenceAdapter(journal());
    SystemUsage limits = service.getSystemUsage();
    limits.getMemoryUsage().setLimit(MEMORY_BYTES);
    limits.getStoreUsage().setLimit(storeBytes);
    limits.getTempUsage().setLimit(TEMPORARY_BYTES);
    limits.setSendFailIfNoSpaceAfterTimeout(NO_SPACE_MILLIS);
    DefaultIOExceptionHandler onDiskTrouble = new DefaultIOExceptionHandler();
    onDiskTrouble.setIgnoreNoSpaceErrors(false);
    service.setIoExceptionHandler(onDiskTrouble);
    PolicyMap policies = new PolicyMap();
    policies.setPolicyEntries(List.of(queues(), topics()));
    service.setDestinationPolicy(policies);
    return service;
  }

  /**
   * For its owner only: the journal holds messages whole, whatever the umask and the data folder.
   */
  private void makeFolder() throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      var ownerOnly = PosixFilePermissions.fromString("rwx------");
      Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(ownerOnly));
    } else {
      Files.createDirectories(folder);
    }
  }

  private KahaDBPersistenceAdapter journal() throws IOException {
    KahaDBPersistenceAdapter journal = new KahaDBPersistenceAdapter();
    journal.setDirectory(folder.resolve("kahadb").toFile());
    journal.setJournalDiskSyncStrategy(JournalDiskSyncStrategy.ALWAYS.name());
    journal.setJournalMaxFileLength(JOURNAL_FILE_BYTES);
    journal.setCleanupInterval(CLEANUP_MILLIS);
    journal.setCheckForCorruptJournalFiles(true);
    journal.setIgnoreMissingJournalfiles(false);
    SharedFileLocker lock = new SharedFileLocker();
    lock.setFailIfLocked(true); // by default a second broker waits for the first without a word
    journal.setLocker(lock);
    return journal;
  }

  private static PolicyEntry queues() {
    IndividualDeadLetterStrategy deadLetters = new IndividualDeadLetterStrategy();
    deadLetters.setQueuePrefix("DLQ.");
    deadLetters.setUseQueueForQueueMessages(true);
    deadLetters.setProcessExpired(false);
    deadLetters.setProcessNonPersistent(true);
    PolicyEntry queues = new PolicyEntry();
    queues.setQueue(">");
    queues.setProducerFlowControl(true);
    queues.setQueuePrefetch(PREFETCH);
    queues.setDeadLetterStrategy(deadLetters);
    return queues;
  }

  /** A subscriber that sleeps loses the oldest summaries; it never holds up the hub. */
  private static PolicyEntry topics() {
    ConstantPendingMessageLimitStrategy newest = new ConstantPendingMessageLimitStrategy();
    newest.setLimit(SLOW_SUBSCRIBERS_SUMMARIES);
    PolicyEntry topics = new PolicyEntry();
    topics.setTopic(">");
    topics.setPendingMessageLimitStrategy(newest);
    return topics;
  }
}

package devicehub;

import devicehub.intake.UnreadableInputException;
import devicehub.store.LedElsewhereException;
import devicehub.store.StoreException;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.FileComponent;
import org.apache.camel.component.file.FileEndpoint;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileOperations;
import org.apache.camel.component.file.GenericFileProcessStrategy;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.support.service.ServiceSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leaves a dropped file where it is while the hub's own disk or store is at fault: the next look
 * into the folder takes it. Only what is wrong with the file itself sets it aside. A file with
 * nothing in it, which Camel would leave lying unsaid, is taken once it has been empty for a
 * minute: who made it may only be about to write. What is named as unfinished is never taken.
 *
 * <pre>
 *   inbox/exchange/export.csv.part  inbox/exchange/~$export.csv   stay
 *   store full   inbox/exchange/export.csv stays
 *   line 7: a quote is open at the end   → inbox/exchange/.failed/20261123-180501123-export.csv
 * </pre>
 */
final class PatientFiles extends ServiceSupport implements GenericFileProcessStrategy<File> {
  private static final Logger LOG = LoggerFactory.getLogger(PatientFiles.class);

  private static final Duration EMPTY_FOR = Duration.ofMinutes(1);

  /** Names that programs give to what they are still writing, or have open. */
  private static final Pattern UNFINISHED =
      Pattern.compile(
          "(\\.|~\\$|#).*|.*(~|#|\\.(part|partial|filepart|crdownload|download|tmp|temp|sw[opx]|lock|camelLock))",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final GenericFileProcessStrategy<File> usual;

  private PatientFiles(GenericFileProcessStrategy<File> usual) {
    this.usual = usual;
  }

  /** Camel's component {@code file}, all of whose folders are so patient. */
  static FileComponent component() {
    return new FileComponent() {
      @Override
      protected GenericFileEndpoint<File> buildFileEndpoint(
          String uri, String folder, Map<String, Object> parameters) throws Exception {
        FileEndpoint usual = (FileEndpoint) super.buildFileEndpoint(uri, folder, parameters);
        FileEndpoint patient =
            new FileEndpoint(uri, this) {
              @Override
              protected GenericFileProcessStrategy<File> createGenericFileStrategy() {
                return new PatientFiles(super.createGenericFileStrategy());
              }
            };
        patient.setFile(usual.getFile());
        patient.setConfiguration(usual.getConfiguration());
        patient.setReadLockMinLength(0);
        return patient;
      }
    };
  }

  /**
   * Whether a file bears the name of one that is still being written, or that an editor has open.
   */
  static boolean isUnfinished(String name) {
    return UNFINISHED.matcher(name).matches();
  }

  @Override
  protected void doStart() {
    ServiceHelper.startService(usual);
  }

  @Override
  protected void doStop() {
    ServiceHelper.stopService(usual);
  }

  @Override
  public void rollback(
      GenericFileOperations<File> operations,
      GenericFileEndpoint<File> endpoint,
      Exchange exchange,
      GenericFile<File> file)
      throws Exception {
    @Nullable Exception trouble = exchange.getException();
    if (trouble != null && isOursToMend(trouble)) {
      LOG.warn("a dropped file waits in its folder: {}", CamelHost.cause(trouble));
      usual.abort(operations, endpoint, exchange, file);
    } else {
      usual.rollback(operations, endpoint, exchange, file);
    }
  }

  private static boolean isOursToMend(Throwable trouble) {
    for (@Nullable Throwable cause = trouble; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnreadableInputException) {
        return false;
      }
      if (cause instanceof StoreException
          || cause instanceof LedElsewhereException
          || cause instanceof IOException) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void prepareOnStartup(
      GenericFileOperations<File> operations, GenericFileEndpoint<File> endpoint) throws Exception {
    usual.prepareOnStartup(operations, endpoint);
  }

  @Override
  public boolean begin(
      GenericFileOperations<File> operations,
      GenericFileEndpoint<File> endpoint,
      Exchange exchange,
      GenericFile<File> file)
      throws Exception {
    if (isUnfinished(file.getFileNameOnly())) {
      return false;
    }
    boolean mayBeBegun =
        file.getFileLength() == 0
            && System.currentTimeMillis() - file.getLastModified() < EMPTY_FOR.toMillis();
    return !mayBeBegun && usual.begin(operations, endpoint, exchange, file);
  }

  @Override
  public void abort(
      GenericFileOperations<File> operations,
      GenericFileEndpoint<File> endpoint,
      Exchange exchange,
      GenericFile<File> file)
      throws Exception {
    usual.abort(operations, endpoint, exchange, file);
  }

  @Override
  public void commit(
      GenericFileOperations<File> operations,
      GenericFileEndpoint<File> endpoint,
      Exchange exchange,
      GenericFile<File> file)
      throws Exception {
    usual.commit(operations, endpoint, exchange, file);
  }
}

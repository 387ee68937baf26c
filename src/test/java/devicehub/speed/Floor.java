package devicehub.speed;

import devicehub.device.IdText;
import devicehub.device.KeyIndex;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The least there is to do: both files parsed side by side, joined where the mail device id is the
 * enrolment's, the pairs written. No rule, no report, no store.
 */
public final class Floor {
  private Floor() {}

  public static void main(String[] arguments) throws Exception {
    Path files = Path.of(arguments[0]);
    List<String> devices = new ArrayList<>();
    KeyIndex byId = new KeyIndex(1 << 20);
    List<String[]> mails = new ArrayList<>();
    Thread enrollments =
        new Thread(
            () ->
                each(
                    files.resolve(SpeedFiles.ENROLLMENTS),
                    List.of("Device ID", "EAS activation ID"),
                    row -> {
                      if (!row[1].isEmpty()) {
                        byId.put(IdText.hash(row[1]), devices.size());
                      }
                      devices.add(row[0]);
                    }));
    enrollments.start();
    each(
        files.resolve(SpeedFiles.MAILS),
        List.of("PrimarySMTPAddress", "DeviceID"),
        row -> mails.add(row));
    enrollments.join();
    try (BufferedWriter out = Files.newBufferedWriter(Path.of(arguments[1]))) {
      for (String[] mail : mails) {
        int at = byId.first(IdText.hash(mail[1]));
        if (at >= 0) {
          out.write(devices.get(byId.value(at)) + "," + mail[0] + "/" + mail[1] + "\r\n");
        }
      }
    }
  }

  private static void each(
      Path file, List<String> columns, java.util.function.Consumer<String[]> to) {
    try {
      Columns.read(file, columns, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package devicehub.fleet;

import java.util.List;
import java.util.Locale;

/**
 * One mail client on one phone in one mailbox, as the mail server shows it. Filled in by a {@link
 * Trick} and only read afterwards. Empty text is an unset field; a shared mailbox and a person's
 * own on one phone are two rows.
 */
final class MailRow {
  enum Server {
    EXCHANGE("exchange"),
    TRAVELER("traveler");

    final String feed;

    Server(String feed) {
      this.feed = feed;
    }
  }

  final Server server;
  final Phone phone;
  String displayName = "";

  /** An SMTP address on Exchange, a Notes name on Traveler. */
  String mailbox = "";

  /** The mailbox's name inside Exchange's device identity. */
  String identityName = "";

  String deviceId = "";
  String type = "";
  String model = "";
  String friendlyName = "";
  String os = "";
  String userAgent = "";
  String imei = "";
  String clientType = "EAS";
  String accessState = "Allowed";
  String accessReason = "Global";
  long firstSync;
  long lastAttempt;
  long lastSync;

  Outcome outcome = Outcome.EXCEPTION;
  Decidable decidable = Decidable.NONE;
  List<Reason> reasons = List.of();
  List<EnrollmentRow> candidates = List.of();

  MailRow(Server server, Phone phone) {
    this.server = server;
    this.phone = phone;
  }

  String recordId() {
    return server == Server.EXCHANGE
        ? mailbox.toLowerCase(Locale.ROOT) + "/" + deviceId
        : mailbox + "/" + deviceId;
  }
}

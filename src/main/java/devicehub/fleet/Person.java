package devicehub.fleet;

import java.util.List;

/**
 * One row of the directory: a person, or a mailbox several people share.
 *
 * <pre>
 * mail         zoe.miller@acme.example          account  zomill417, domain ACME
 * aliases      zomill417@acme.example, zoe.miller@mail.acme.example
 * upn          zomill417@corp.acme.example      notesName  CN=Zoe Miller/OU=Sales/O=Acme
 * </pre>
 */
record Person(
    String mail,
    List<String> aliases,
    String upn,
    String account,
    String notesName,
    String displayName,
    boolean shared) {

  static final String DOMAIN = "ACME";

  /** {@code Zoe Miller/Sales/Acme}: the Notes name without its labels. */
  String abbreviatedNotesName() {
    return notesName.replace("CN=", "").replace("OU=", "").replace("O=", "");
  }
}

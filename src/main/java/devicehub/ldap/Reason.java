package devicehub.ldap;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.naming.AuthenticationException;
import javax.naming.AuthenticationNotSupportedException;
import javax.naming.CommunicationException;
import javax.naming.InvalidNameException;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.NoPermissionException;
import javax.naming.ServiceUnavailableException;
import javax.naming.SizeLimitExceededException;
import javax.naming.TimeLimitExceededException;
import javax.naming.directory.InvalidSearchFilterException;

/** Says in one line why a directory gave nothing. */
final class Reason {
  private static final int LONGEST = 300;

  /** What Active Directory tells in its code for why it refuses: {@code data 532}. */
  private static final Pattern DATA = Pattern.compile("\\bdata ([0-9a-f]{3})\\b");

  private static final Map<String, String> ACTIVE_DIRECTORY =
      Map.of(
          "525", "no such user",
          "52e", "wrong password",
          "530", "not at this time of day",
          "531", "not from this computer",
          "532", "the password has expired",
          "533", "the account is disabled",
          "701", "the account has expired",
          "773", "the password must be changed",
          "775", "the account is locked");

  private Reason() {}

  static String of(LdapServer server, Throwable trouble) {
    String reason = server.url() + " " + said(server, trouble);
    return reason.length() > LONGEST ? reason.substring(0, LONGEST) + "…" : reason;
  }

  private static String said(LdapServer server, Throwable trouble) {
    NamingException failure = null;
    Throwable root = trouble;
    for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
      if (failure == null && cause instanceof NamingException naming) {
        failure = naming;
      }
      root = cause;
    }
    String detail = firstLine(root);
    if (failure instanceof AuthenticationNotSupportedException) {
      return "takes no login that is not encrypted; use ldaps:// or ldap+starttls:// ("
          + detail
          + ")";
    } else if (failure instanceof AuthenticationException) {
      return "refuses the login as " + server.user() + ": " + refusal(detail);
    } else if (failure instanceof NoPermissionException) {
      return "does not let " + server.user() + " search " + server.base();
    } else if (failure instanceof SizeLimitExceededException) {
      return "gives "
          + server.user()
          + " no more entries than its size limit; raise that limit"
          + " for paged searches, or narrow 'base' and 'filter'";
    } else if (failure instanceof TimeLimitExceededException) {
      return "did not finish the search in time";
    } else if (failure instanceof NameNotFoundException) {
      return "knows no " + server.base();
    } else if (failure instanceof InvalidSearchFilterException) {
      return "cannot search by 'filter': " + detail;
    } else if (failure instanceof InvalidNameException) {
      return "cannot read a name: " + detail;
    } else if (failure instanceof CommunicationException
        || failure instanceof ServiceUnavailableException) {
      return "cannot be reached: " + detail;
    }
    return "failed: " + detail;
  }

  private static String refusal(String detail) {
    Matcher data = DATA.matcher(detail);
    if (data.find()) {
      return ACTIVE_DIRECTORY.getOrDefault(data.group(1), detail);
    }
    return detail;
  }

  /** Active Directory ends its messages with a NUL. */
  private static String firstLine(Throwable root) {
    String message = String.valueOf(root.getMessage()).replace("\0", "").strip();
    String line = message.lines().findFirst().orElse("");
    return line.isEmpty() || line.equals("null") ? root.getClass().getSimpleName() : line;
  }
}

package devicehub.ldap;

import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchEntry;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.SearchRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gives attributes with many values in parts, as Active Directory does (MS-ADTS 3.1.1.3.1.3.3): the
 * plain name without values, and beside it {@code proxyAddresses;range=0-1499}.
 */
final class InParts extends InMemoryOperationInterceptor {
  private static final Pattern ASKED = Pattern.compile("(.+);range=(\\d+)-\\*");
  private static final String FROM = "from";

  private final int atOnce;

  InParts(int atOnce) {
    this.atOnce = atOnce;
  }

  /** The server below knows no ranges, so it is asked for all, and where to begin is noted. */
  @Override
  public void processSearchRequest(InMemoryInterceptedSearchRequest operation) {
    SearchRequest request = operation.getRequest().duplicate();
    String[] names = request.getAttributes();
    for (int i = 0; i < names.length; i++) {
      Matcher asked = ASKED.matcher(names[i]);
      if (asked.matches()) {
        names[i] = asked.group(1);
        operation.setProperty(FROM, Integer.valueOf(asked.group(2)));
      }
    }
    request.setAttributes(names);
    operation.setRequest(request);
  }

  @Override
  public void processSearchEntry(InMemoryInterceptedSearchEntry operation) {
    int from = operation.getProperty(FROM) instanceof Integer asked ? asked : 0;
    List<Attribute> given = new ArrayList<>();
    for (Attribute attribute : operation.getSearchEntry().getAttributes()) {
      String[] values = attribute.getValues();
      if (from == 0 && values.length <= atOnce) {
        given.add(attribute);
        continue;
      }
      int end = Math.min(values.length, from + atOnce);
      String last = end == values.length ? "*" : String.valueOf(end - 1);
      given.add(new Attribute(attribute.getName()));
      given.add(
          new Attribute(
              attribute.getName() + ";range=" + from + "-" + last,
              Arrays.copyOfRange(values, from, end)));
    }
    operation.setSearchEntry(new Entry(operation.getSearchEntry().getDN(), given));
  }
}

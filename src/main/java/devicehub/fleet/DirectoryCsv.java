package devicehub.fleet;

/**
 * Who owns which addresses and names.
 *
 * <pre>
 * mail,proxyAddresses,userPrincipalName,sAMAccountName,domain,uid,notesName,displayName,type
 * jane.doe@acme.example,SMTP:jane.doe@acme.example;smtp:jadoe0@acme.example,jadoe0@corp.acme.example,jadoe0,ACME,…,person
 * </pre>
 */
final class DirectoryCsv implements RowFormat {
  @Override
  public void header(StringBuilder out) {
    out.append(
        "mail,proxyAddresses,userPrincipalName,sAMAccountName,domain,uid,notesName,displayName,type\n");
  }

  @Override
  public void rows(Household household, StringBuilder out) {
    for (Person person : household.people) {
      StringBuilder proxies = new StringBuilder("SMTP:").append(person.mail());
      for (String alias : person.aliases()) {
        proxies.append(";smtp:").append(alias);
      }
      Csv.line(
          out,
          person.mail(),
          proxies.toString(),
          person.upn(),
          person.account(),
          Person.DOMAIN,
          person.account(),
          person.notesName(),
          person.displayName(),
          person.shared() ? "shared" : "person");
    }
  }
}

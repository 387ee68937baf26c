package devicehub.intake;

import devicehub.device.IdText;
import devicehub.device.OwnerClaim;
import devicehub.device.OwnerClaim.Kind;
import devicehub.device.Person;
import devicehub.device.PersonName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads a row of a directory: which addresses, logins and names are one person's. */
public final class DirectoryNormaliser implements Normaliser {
  /**
   * How recipients are called that are nobody's own, in words and in Exchange's numbers
   * (msExchRecipientTypeDetails): shared, room and equipment, here and in the cloud.
   */
  private static final Set<String> SHARED =
      Set.of(
          "shared",
          "sharedmailbox",
          "remotesharedmailbox",
          "4",
          "34359738368",
          "room",
          "roommailbox",
          "remoteroommailbox",
          "16",
          "8589934592",
          "equipment",
          "equipmentmailbox",
          "remoteequipmentmailbox",
          "32",
          "17179869184");

  private final BoundFields fields;

  public DirectoryNormaliser(BoundFields fields) {
    this.fields = fields;
  }

  @Override
  public Normalised normalise(Row row) {
    List<OwnerClaim> claims = new ArrayList<>();
    for (String address : fields.all(row, Field.OWNER)) {
      add(claims, OwnerClaim.of(address));
    }
    for (String cell : fields.all(row, Field.ALIASES)) {
      for (String address : cell.split("[;|]")) {
        addAlias(claims, address.strip());
      }
    }
    String domain = fields.first(row, Field.OWNER_DOMAIN);
    for (String login : fields.all(row, Field.LOGIN)) {
      boolean whole = domain.isEmpty() || login.indexOf('\\') > 0;
      add(claims, new OwnerClaim(Kind.LOGIN, whole ? login : domain + "\\" + login));
      add(claims, new OwnerClaim(Kind.LOGIN, login));
    }
    for (String cell : fields.all(row, Field.NAMES)) {
      OwnerClaim whole = OwnerClaim.of(cell);
      if (whole.kind() == Kind.DIRECTORY_NAME) {
        add(claims, whole);
        PersonName.notesOfDn(cell).ifPresent(n -> add(claims, new OwnerClaim(Kind.NOTES_NAME, n)));
        continue;
      }
      for (String name : cell.split("[;|]")) {
        add(claims, OwnerClaim.of(name));
      }
    }
    if (claims.isEmpty()) {
      return new Normalised.Rejected(row.line(), "names nobody", RejectedText.of(row));
    }
    boolean shared = SHARED.contains(IdText.fold(fields.first(row, Field.KIND)));
    return new Normalised.Listed(
        new Person(
            claims.get(0).shown(),
            fields.first(row, Field.DISPLAY_NAME),
            List.copyOf(claims),
            shared));
  }

  /** Of {@code proxyAddresses} only mail addresses count: no X500, SIP or EUM entries. */
  private static void addAlias(List<OwnerClaim> claims, String address) {
    int colon = address.indexOf(':');
    if (colon < 0 || address.regionMatches(true, 0, "smtp:", 0, 5)) {
      OwnerClaim claim = OwnerClaim.of(address);
      if (claim.kind() == Kind.ADDRESS) {
        add(claims, claim);
      }
    }
  }

  private static void add(List<OwnerClaim> claims, OwnerClaim claim) {
    if (!claim.shown().isBlank() && !claims.contains(claim)) {
      claims.add(claim);
    }
  }
}

package devicehub.device;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Somebody who owns addresses and names; or, if {@code shared}, a mailbox that is nobody's own.
 *
 * <pre>
 *   jane.doe@acme.example  "Jane Doe"  [jane.doe@…, jd@…, ACME\jdoe, CN=Jane Doe/OU=Sales/O=Acme]
 * </pre>
 *
 * <p>A directory may list a million: their texts are {@linkplain PackedTexts packed} as those of
 * {@link DeviceRecord}s are.
 */
public final class Person {
  private final byte[] texts;
  private final boolean shared;

  /**
   * @param id the address or DN the directory lists the person under
   */
  public Person(String id, String displayName, List<OwnerClaim> claims, boolean shared) {
    this.texts = TextPacker.pack(0, id, displayName, "", List.of(), claims);
    this.shared = shared;
  }

  public String id() {
    return PackedTexts.text(texts, 0, PackedTexts.ID);
  }

  public String displayName() {
    return PackedTexts.text(texts, 0, PackedTexts.DEVICE_ID);
  }

  public boolean shared() {
    return shared;
  }

  public List<OwnerClaim> claims() {
    List<OwnerClaim> all = new ArrayList<>(claimCount());
    for (int i = 0; i < claimCount(); i++) {
      all.add(PackedTexts.owner(texts, 0, i));
    }
    return all;
  }

  public int claimCount() {
    return PackedTexts.owners(texts, 0);
  }

  public OwnerClaim.Kind claimKind(int claim) {
    return PackedTexts.ownerKind(texts, 0, claim);
  }

  /** The {@linkplain OwnerClaim#hash hash} of a claim. */
  public long claimHash(int claim) {
    return PackedTexts.hash(texts, 0, claim);
  }

  /** Equal if all that is known is. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Person that
        && shared == that.shared
        && Arrays.equals(texts, that.texts);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(texts);
  }

  /** The id. */
  @Override
  public String toString() {
    return id();
  }
}

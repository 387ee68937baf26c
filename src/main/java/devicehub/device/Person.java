package devicehub.device;

import java.util.List;

/**
 * Somebody who owns addresses and names; or, if {@code shared}, a mailbox that is nobody's own.
 *
 * <pre>
 *   jane.doe@acme.example  "Jane Doe"  [jane.doe@…, jd@…, ACME\jdoe, CN=Jane Doe/OU=Sales/O=Acme]
 * </pre>
 *
 * @param id the address or DN the directory lists the person under
 */
public record Person(String id, String displayName, List<OwnerClaim> claims, boolean shared) {}

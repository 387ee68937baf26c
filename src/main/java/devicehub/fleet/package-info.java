/**
 * Invents fleets of devices whose truth is known, and writes them in the shapes real systems use.
 */
@NullMarked
package devicehub.fleet;

import org.jspecify.annotations.NullMarked;

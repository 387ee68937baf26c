/**
 * Servers on the loopback that answer as MaaS360, HCL Traveler and Microsoft Graph do, faults
 * included.
 */
@NullMarked
package devicehub.fleet.server;

import org.jspecify.annotations.NullMarked;

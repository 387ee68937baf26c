package devicehub.report;

/**
 * One user as MaaS360's Device Exceptions report shows users.
 *
 * <pre>
 *   jdoe  jane.doe@acme.example  1 bulk  2 MDM  1 exception
 * </pre>
 *
 * @param username the login, or the part of the address before the at sign; empty with the address
 *     for the records that name no owner
 * @param email lower-cased; empty where no address is known
 * @param bulkDevices the user's mail records that are not merged with an enrolled device
 * @param mdmDevices the user's enrolments that have not ended
 * @param exceptions open ones about records of the user
 */
record UserCounts(String username, String email, int bulkDevices, int mdmDevices, int exceptions) {}

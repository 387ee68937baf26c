package devicehub.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Where an answer says which page it is, and whether it is an error in disguise.
 *
 * <pre>
 *   {"devices":{"device":[…],"count":310,"pageNumber":2,"pageSize":60}}      MaaS360
 *   {"value":[…],"@odata.nextLink":"https://…"}   {"error":{"code":"…","message":"…"}}   Graph
 *   {"code":200,"next":"\/api\/traveler\/devices?pm=10&page=2","data":[…]}   Traveler
 * </pre>
 *
 * @param number path of the page's number; paths may be empty
 * @param rows path of the number of records in this page
 * @param total path of the number of records in all pages
 * @param next path of the link to, or the token of, the next page
 * @param errorCodes paths at which an error's code or text may stand
 * @param errorMessages paths at which its explanation may stand
 * @param soundCodes codes that are no error
 */
public record PagePaths(
    String number,
    String rows,
    String total,
    String next,
    List<String> errorCodes,
    List<String> errorMessages,
    Set<String> soundCodes) {
  /** No page information, and errors where most services put them. */
  public static final PagePaths NONE =
      new PagePaths(
          "",
          "",
          "",
          "",
          List.of("error.code", "error", "errorCode"),
          List.of("error.message", "error_description", "errorDesc", "message"),
          Set.of("0", "200"));

  public PagePaths {
    errorCodes = List.copyOf(errorCodes);
    errorMessages = List.copyOf(errorMessages);
    soundCodes = Set.copyOf(soundCodes);
  }

  public PagePaths withNumber(String path) {
    return new PagePaths(path, rows, total, next, errorCodes, errorMessages, soundCodes);
  }

  public PagePaths withRows(String path) {
    return new PagePaths(number, path, total, next, errorCodes, errorMessages, soundCodes);
  }

  public PagePaths withTotal(String path) {
    return new PagePaths(number, rows, path, next, errorCodes, errorMessages, soundCodes);
  }

  public PagePaths withNext(String path) {
    return new PagePaths(number, rows, total, path, errorCodes, errorMessages, soundCodes);
  }

  /** With other places for errors; {@code soundCodes} are the codes that mean success. */
  public PagePaths withErrors(List<String> codes, List<String> messages, Set<String> sound) {
    return new PagePaths(number, rows, total, next, codes, messages, sound);
  }

  /** All paths in the order in which {@link #page} expects their values. */
  List<String> all() {
    List<String> all = new ArrayList<>(List.of(number, rows, total, next));
    all.addAll(errorCodes);
    all.addAll(errorMessages);
    return all;
  }

  /** The page that the values at {@link #all} tell of; an absent value is empty. */
  Page page(List<String> values) {
    String error = "";
    int messagesFrom = 4 + errorCodes.size();
    for (String code : values.subList(4, messagesFrom)) {
      if (error.isEmpty() && !code.isBlank() && !soundCodes.contains(code)) {
        error = code.strip();
      }
    }
    for (String message : values.subList(messagesFrom, values.size())) {
      if (!error.isEmpty() && !message.isBlank()) {
        error += ": " + message.strip();
        break;
      }
    }
    return new Page(
        Page.number(values.get(0)),
        Page.number(values.get(1)),
        Page.number(values.get(2)),
        values.get(3).strip(),
        error,
        "");
  }
}

package devicehub.fleet;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Invents people: the same number is always the same person, and no two share an address. */
final class Names {
  private static final List<String> GIVEN =
      List.of(
          "Jane", "Zoë", "José", "Łukasz", "Amina", "Björn", "Chloé", "David", "Elena", "Farid",
          "Greta", "Hiro", "Ines", "Jonas", "Katja", "Liam", "Maya", "Noah", "Olga", "Priya",
          "Quentin", "Rosa", "Samir", "Tess", "Umar", "Vera", "Wim", "Xenia", "Yara", "Zeno",
          "Anton", "Bella", "Carlos", "Dana", "Emil", "Fiona", "Goran", "Hanna", "Igor", "Julia",
          "Kofi", "Lena", "Marco", "Nadia", "Omar", "Petra", "Ravi", "Sofia", "Tom", "Ulla",
          "Viktor", "Wanda", "Yusuf", "Zita", "Aiko", "Bruno", "Cora", "Dimitri", "Esther", "Felix",
          "Gina", "Henk", "Iris", "Jamal");
  private static final List<String> FAMILY =
      List.of(
          "Doe",
          "Müller",
          "Ødegård",
          "O'Neill",
          "García",
          "Nguyen",
          "Smith",
          "Kowalski",
          "Rossi",
          "Dubois",
          "Van Dijk",
          "Novák",
          "Silva",
          "Andersson",
          "Keller",
          "Tanaka",
          "Okafor",
          "Haddad",
          "Popescu",
          "Jansen",
          "Fischer",
          "Moreau",
          "Costa",
          "Berg",
          "Sato",
          "Ivanova",
          "Brown",
          "Weber",
          "Santos",
          "Lind",
          "Hughes",
          "Marino",
          "Kaya",
          "Horvat",
          "Meyer",
          "Petrov",
          "Larsen",
          "Becker",
          "Ali",
          "Romano",
          "Nowak",
          "Virtanen",
          "Schmidt",
          "Lopez",
          "Murphy",
          "Yilmaz",
          "Peeters",
          "Wagner",
          "Bakker",
          "Conti",
          "Singh",
          "Holm",
          "Krüger",
          "Martin",
          "Sousa",
          "Vogel",
          "Young",
          "Zimmer",
          "Adams",
          "Barbieri",
          "Clarke",
          "Dahl",
          "Evans",
          "Ferrari");
  private static final List<String> UNITS =
      List.of("Sales", "Finance", "Engineering", "Field Service", "Legal");

  private static final List<String> ASCII_GIVEN = GIVEN.stream().map(Names::ascii).toList();
  private static final List<String> ASCII_FAMILY = FAMILY.stream().map(Names::ascii).toList();
  private static final List<String> LOCAL_GIVEN = ASCII_GIVEN.stream().map(Names::local).toList();
  private static final List<String> LOCAL_FAMILY = ASCII_FAMILY.stream().map(Names::local).toList();

  private Names() {}

  static Person person(long number) {
    int given = (int) (number % 64);
    int family = (int) ((number / 64 + given * 7L) % 64);
    long round = number / 4096;
    String tail = round == 0 ? "" : Long.toString(round + 1);
    String first = LOCAL_GIVEN.get(given);
    String last = LOCAL_FAMILY.get(family);
    String local = first + "." + last + tail;
    String account = head(first, 2) + head(last, 4) + number;
    String notes =
        ASCII_GIVEN.get(given) + " " + ASCII_FAMILY.get(family) + (round == 0 ? "" : " " + tail);
    return new Person(
        local + "@acme.example",
        List.of(account + "@acme.example", local + "@mail.acme.example"),
        account + "@corp.acme.example",
        account,
        "CN=" + notes + "/OU=" + UNITS.get((int) (number % UNITS.size())) + "/O=Acme",
        GIVEN.get(given) + " " + FAMILY.get(family),
        false);
  }

  static Person sharedMailbox(long number) {
    String local = "team-" + number;
    return new Person(
        local + "@acme.example",
        List.of("team" + number + "@mail.acme.example"),
        local + "@corp.acme.example",
        "team" + number,
        "",
        "Team " + number,
        true);
  }

  private static String local(String name) {
    return name.replace("'", "").replace(" ", "").toLowerCase(Locale.ROOT);
  }

  private static String ascii(String name) {
    String decomposed = Normalizer.normalize(name, Normalizer.Form.NFD);
    StringBuilder kept = new StringBuilder(decomposed.length());
    for (int i = 0; i < decomposed.length(); i++) {
      char c = decomposed.charAt(i);
      switch (c) {
        case 'Ł' -> kept.append('L');
        case 'Ø' -> kept.append('O');
        case 'ø' -> kept.append('o');
        default -> {
          if (c < 128) {
            kept.append(c);
          }
        }
      }
    }
    return kept.toString();
  }

  private static String head(String text, int length) {
    return text.substring(0, Math.min(length, text.length()));
  }
}

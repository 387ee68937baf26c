package devicehub.report;

import static org.assertj.core.api.Assertions.assertThat;

import devicehub.decision.Carried;
import devicehub.decision.Outcome;
import devicehub.decision.Reason;
import devicehub.device.DeviceRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However rows get into their file, nobody can tell from it. */
final class CarriedFileTest {
  private static final DeviceRecord ENROLLMENT =
      Sample.enrollment("ApplD8DTH6RCIH86", "jane@acme.example", "Apple", "iPad");

  @TempDir private Path folder;
  private Path path = Path.of("");
  private CarriedFile file = new CarriedFile(path);

  @BeforeEach
  void begin() {
    path = folder.resolve("merged.csv");
    file = new CarriedFile(path);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 999, 1_000, 1_001, 2_000, 2_001, 45_003})
  void everyPairIsARowOfItsOwnInItsPlace(int pairs) throws IOException {
    file.write(text(numbered(pairs)), Carried.nothing());

    String[] rows = Files.readString(path).split("\r\n", -1);
    assertThat(rows).hasSize(pairs + 2); // the header, and nothing behind the last line end
    for (int i = 0; i < pairs; i++) {
      assertThat(rows[i + 1]).contains(",JUQGGDFC" + i + ",");
    }
  }

  /** Reports whose rows nothing or something stands between, and before, and behind. */
  private enum Kind {
    CSV(CarriedFileTest::text),
    JSON(CarriedFileTest::lines);

    private final Function<List<String>, RowText> text;

    Kind(Function<List<String>, RowText> text) {
      this.text = text;
    }
  }

  static Stream<Arguments> fleets() {
    return LongStream.range(0, 8)
        .boxed()
        .flatMap(seed -> Stream.of(Kind.values()).map(kind -> Arguments.of(kind, seed)));
  }

  /** Many cycles, in each of which some rows go, come and change, in fleets of any size. */
  @ParameterizedTest
  @MethodSource("fleets")
  void whatIsCopiedIsWhatWouldBeWorded(Kind kind, long seed) throws IOException {
    Random random = new Random(seed);
    List<String> ids = new ArrayList<>();
    for (int i = random.nextInt(3_000); i > 0; i--) {
      ids.add(freshId(random));
    }
    Carried carried = Carried.nothing();
    file.write(kind.text.apply(ids), carried);
    for (int cycle = 0; cycle < 12; cycle++) {
      List<String> next = new ArrayList<>();
      List<Carried.Run> runs = new ArrayList<>();
      int changesIn = 1 + random.nextInt(200);
      for (int i = 0; i < ids.size(); i++) {
        switch (random.nextInt(changesIn)) {
          case 0 -> next.add(freshId(random));
          case 1 -> {
            next.add(freshId(random));
            carry(runs, next.size(), i);
            next.add(ids.get(i));
          }
          case 2 -> {} // gone
          default -> {
            carry(runs, next.size(), i);
            next.add(ids.get(i));
          }
        }
      }
      carried = carried.next(runs);
      file.write(kind.text.apply(next), carried);

      assertThat(path).hasBinaryContent(worded(kind.text.apply(next)));
      ids = next;
    }
  }

  private static void carry(List<Carried.Run> runs, int now, int was) {
    Carried.Run last = runs.isEmpty() ? new Carried.Run(-1, -1, 0) : runs.get(runs.size() - 1);
    if (now == last.from() + last.count() && was == last.was() + last.count()) {
      runs.set(runs.size() - 1, new Carried.Run(last.from(), last.was(), last.count() + 1));
    } else {
      runs.add(new Carried.Run(now, was, 1));
    }
  }

  /** Letters of two bytes, quotes and formulas: a row's length is that of its bytes. */
  private static String freshId(Random random) {
    return List.of("A", "ö", "\"", "=1+", ",", "漢字").get(random.nextInt(6)) + random.nextInt();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aFileThatSomebodyChangedIsNotCopied(boolean pretendsToBeOld) throws IOException {
    Carried first = Carried.nothing();
    file.write(text(List.of("ANN", "JOE")), first);
    FileTime time = Files.getLastModifiedTime(path);
    Files.writeString(path, "somebody wrote here");
    if (pretendsToBeOld) {
      Files.setLastModifiedTime(path, time);
    }

    file.write(text(List.of("ANN", "JOE")), first.next(both()));

    assertThat(path).hasBinaryContent(worded(text(List.of("ANN", "JOE"))));
  }

  @Test
  void aFileThatSomebodyTookAwayIsWrittenAgain() throws IOException {
    Carried first = Carried.nothing();
    file.write(text(List.of("ANN", "JOE")), first);
    Files.delete(path);

    file.write(text(List.of("ANN", "JOE")), first);

    assertThat(path).hasBinaryContent(worded(text(List.of("ANN", "JOE"))));
  }

  @Test
  void whatFollowsOnMergesThatWereNeverWrittenIsWordedWhole() throws IOException {
    Carried first = Carried.nothing();
    file.write(text(List.of("ZOE", "JANE")), first);
    Carried missed = first.next(List.of());

    file.write(text(List.of("ANN", "JOE")), missed.next(both()));

    assertThat(path).hasBinaryContent(worded(text(List.of("ANN", "JOE"))));
  }

  @Test
  void whatIsMarkedAsWrittenIsNotEvenLookedAt() throws IOException {
    Carried first = Carried.nothing();
    file.write(text(List.of("ANN")), first);

    file.write(text(List.of("JOE")), first);

    assertThat(path).hasBinaryContent(worded(text(List.of("ANN"))));
  }

  @Test
  void whatStandsBeforeTheRowsMayBeAnother() throws IOException {
    Carried first = Carried.nothing();
    List<Outcome.Referred> rows = referred(List.of("ANN", "JOE"));
    file.write(new ExceptionLines(Sample.OPENED, rows), first);
    file.write(new ExceptionLines(Sample.MATCHED, rows), first);

    assertThat(path).hasBinaryContent(worded(new ExceptionLines(Sample.MATCHED, rows)));
  }

  private static List<Carried.Run> both() {
    return List.of(new Carried.Run(0, 0, 2));
  }

  private byte[] worded(RowText text) throws IOException {
    Path whole = folder.resolve("whole.csv");
    new CarriedFile(whole).write(text, Carried.nothing());
    return Files.readAllBytes(whole);
  }

  private static List<String> numbered(int pairs) {
    return new AbstractList<>() {
      @Override
      public String get(int index) {
        return "JUQGGDFC" + index;
      }

      @Override
      public int size() {
        return pairs;
      }
    };
  }

  private static RowText text(List<String> ids) {
    return new MergedText(
        new AbstractList<>() {
          @Override
          public Outcome.Stood get(int index) {
            return Sample.stood(
                ENROLLMENT, Sample.mail(ids.get(index), "jane@acme.example", "Apple", "iPad"));
          }

          @Override
          public int size() {
            return ids.size();
          }
        });
  }

  private static RowText lines(List<String> ids) {
    return new ExceptionLines(Sample.MATCHED, referred(ids));
  }

  private static List<Outcome.Referred> referred(List<String> ids) {
    return ids.stream()
        .map(id -> Sample.mail(id, "jane@acme.example", "Apple", "iPad"))
        .map(mail -> Sample.referred(Sample.referral(mail, Reason.NO_OWNER)))
        .toList();
  }
}

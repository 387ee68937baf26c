package devicehub.matching;

import devicehub.device.DeviceRecord;
import devicehub.device.Hardware;
import devicehub.device.Likeness;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The answers that depend on nothing but the hardware of both. A million records share a few
 * thousand kinds of it, so most pairs have been asked about before: what was answered is
 * remembered, the newest in the place of an older one.
 *
 * <pre>
 *   remembered   kind of the device 24 bits, kind of the mail record 24, answers 16
 * </pre>
 */
final class HardwareAnswers {
  private static final int REMEMBERED = 1 << 15;
  private static final int BITS = 24;

  private final Kinds ours;
  private final Kinds theirs;
  private final AtomicLongArray memory = new AtomicLongArray(REMEMBERED);

  HardwareAnswers(Kinds ours, Kinds theirs) {
    this.ours = ours;
    this.theirs = theirs;
  }

  /** Which kind of hardware each record of one side is of. */
  static final class Kinds {
    private final int[] kindOf;
    private final List<Hardware> hardware = new ArrayList<>();

    Kinds(List<DeviceRecord> records) {
      kindOf = new int[records.size()];
      Map<Hardware, Integer> numbers = new IdentityHashMap<>();
      for (int i = 0; i < kindOf.length; i++) {
        Hardware kind = records.get(i).hardware();
        Integer known = numbers.get(kind);
        if (known == null) {
          known = numbers.size();
          numbers.put(kind, known);
          hardware.add(kind);
        }
        kindOf[i] = known;
      }
    }
  }

  int of(int device, int mail) {
    int our = ours.kindOf[device];
    int their = theirs.kindOf[mail];
    long pair = ((long) our << BITS | their) + 1; // so that an empty place is no pair
    int place = (int) (pair * 0xd6e8feb86659fd93L >>> Long.SIZE - 15);
    long remembered = memory.getOpaque(place);
    if (remembered >>> Short.SIZE == pair) {
      return (int) remembered & 0xFFFF;
    }
    int answers = compare(ours.hardware.get(our), theirs.hardware.get(their));
    if (our >>> BITS == 0 && their + 1 >>> BITS == 0) {
      memory.setOpaque(place, pair << Short.SIZE | answers);
    }
    return answers;
  }

  private static int compare(Hardware ours, Hardware theirs) {
    Likeness model = ours.compareModel(theirs);
    Likeness form = ours.compareFormFactorOfMail(theirs);
    int answers = Answers.with(0, Condition.SAME_MANUFACTURER, ours.compareManufacturer(theirs));
    answers = Answers.with(answers, Condition.SAME_FORM_FACTOR, form);
    answers = Answers.with(answers, Condition.SAME_PLATFORM, ours.comparePlatform(theirs));
    answers = Answers.with(answers, Condition.SAME_MODEL, model);
    return Answers.with(answers, Condition.SAME_OS_VERSION, ours.compareOsVersion(theirs));
  }
}

package devicehub.store;

import devicehub.decision.Authority;
import devicehub.decision.Pair;
import devicehub.decision.StandingMerge;
import devicehub.device.RecordKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Some merges of one moment as bytes; feeds, rules and authorities are named once, in front.
 *
 * <pre>
 *   names   maas360 exchange exact-id RULE
 *   merges  0 ApplD8DTH6RCIH86  1 jane@acme.example/JUQGG…E10  2 3
 * </pre>
 */
final class MergeSegment {
  private MergeSegment() {}

  static byte[] pack(List<StandingMerge> merges) {
    Map<String, Integer> names = new LinkedHashMap<>();
    ByteArrayOutputStream body = new ByteArrayOutputStream(merges.size() * 96);
    ByteArrayOutputStream whole = new ByteArrayOutputStream(merges.size() * 96 + 256);
    try (DataOutputStream out = new DataOutputStream(body);
        DataOutputStream head = new DataOutputStream(whole)) {
      for (StandingMerge merge : merges) {
        put(merge.pair().enrollment(), names, out);
        put(merge.pair().mail(), names, out);
        out.writeShort(number(merge.rule(), names));
        out.writeShort(number(merge.authority().name(), names));
      }
      head.writeShort(names.size());
      for (String name : names.keySet()) {
        text(name, head);
      }
      head.writeInt(merges.size());
      body.writeTo(head);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail to be written", e);
    }
    return whole.toByteArray();
  }

  private static void put(RecordKey key, Map<String, Integer> names, DataOutputStream out)
      throws IOException {
    out.writeShort(number(key.feed(), names));
    text(key.id(), out);
  }

  private static int number(String name, Map<String, Integer> names) {
    return names.computeIfAbsent(name, fresh -> names.size());
  }

  private static void text(String text, DataOutputStream out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static void unpack(byte[] content, Instant mergedAt, Consumer<StandingMerge> to) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(content))) {
      List<String> names = new ArrayList<>();
      for (int left = in.readShort(); left > 0; left--) {
        names.add(text(in));
      }
      for (int left = in.readInt(); left > 0; left--) {
        RecordKey enrollment = new RecordKey(names.get(in.readShort()), text(in));
        RecordKey mail = new RecordKey(names.get(in.readShort()), text(in));
        to.accept(
            new StandingMerge(
                new Pair(enrollment, mail),
                names.get(in.readShort()),
                Authority.valueOf(names.get(in.readShort())),
                mergedAt));
      }
    } catch (IOException e) {
      throw new StoreException("a segment of merges ends before its time", e);
    }
  }

  private static String text(DataInputStream in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}

package devicehub.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** JSON as Jackson writes it, byte by byte. */
final class JsonLineTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void commasStandBetweenValuesAndNowhereElse() {
    JsonLine json = new JsonLine().open('{').open("a", '[').close(']').open("b", '[');
    json.number("", -7).text("x").known("", "").open('{').close('}').close(']');

    assertThat(json.known("c", "y").close('}'))
        .hasToString("{\"a\":[],\"b\":[-7,\"x\",null,{}],\"c\":\"y\"}");
  }

  @Test
  void everySignIsEscapedAsJacksonEscapesIt() throws JsonProcessingException {
    for (char c = 0; c < 0xD800; c++) {
      String text = "a" + c + c + "b" + c;
      assertThat(new JsonLine().text(text)).hasToString(JSON.writeValueAsString(text));
    }
  }

  @Test
  void aLineOfAnyLengthReadsAsJacksonWritesIt() throws JsonProcessingException {
    Random random = new Random(17);
    for (int size = 0; size < 2_000; size += 41) {
      JsonLine json = new JsonLine().open('[');
      ArrayNode expected = JSON.createArrayNode();
      for (int i = 0; i < size; i++) {
        String text = text(random);
        json.open('{').text("t", text).known("k", text).number("n", i).close('}');
        ObjectNode object = expected.addObject().put("t", text);
        object.put("k", text.isEmpty() ? null : text).put("n", i);
      }
      assertThat(json.close(']')).hasToString(JSON.writeValueAsString(expected));
    }
  }

  @Test
  void halfASurrogatePairIsReplacedAndAWholeOneKept() {
    assertThat(new JsonLine().open('[').text("\ud83d\"").text("😀").close(']'))
        .hasToString("[\"\ufffd\\\"\",\"😀\"]");
  }

  private static String text(Random random) {
    String signs = "abcXYZ019 -_@./\\\"\n\t\u0001\u007fé携";
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      text.append(signs.charAt(random.nextInt(signs.length())));
    }
    return text.toString();
  }
}

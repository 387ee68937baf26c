package devicehub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.AccessDeniedException;
import java.util.stream.Stream;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A command that ends says in one line what it could not do, and why. */
class TroubleTest {
  static Stream<Arguments> troubles() {
    IOException taken =
        new IOException(
            "cannot listen on 127.0.0.1:8077: Address already in use",
            new BindException("Address already in use"));
    IllegalStateException denied =
        new IllegalStateException(
            "the data folder /d cannot be used", new AccessDeniedException("/d/x"));
    return Stream.of(
        arguments(taken, "cannot listen on 127.0.0.1:8077: Address already in use"),
        arguments(denied, "the data folder /d cannot be used: /d/x (AccessDenied)"),
        arguments(new RuntimeException(denied), Trouble.sentence(denied)),
        arguments(
            new CamelExecutionException(
                "x", new DefaultExchange(new DefaultCamelContext()), denied),
            Trouble.sentence(denied)),
        arguments(new UncheckedIOException(new IOException("a\nb")), "a"),
        arguments(
            new IllegalStateException("the hub cannot start", taken),
            "the hub cannot start: Address already in use"),
        arguments(new IllegalStateException(), "IllegalStateException"));
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void isToldInOneLine(Throwable trouble, String line) {
    assertThat(Trouble.sentence(trouble)).isEqualTo(line);
  }
}

package devicehub.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BrokerAddressTest {
  private static final String REST =
      "maxReconnectAttempts=3&maxReconnectDelay=2000&startupMaxReconnectAttempts=2";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tcp://mq:61616                           | tcp://mq:61616
          ssl://mq:61617?wireFormat.maxFrameSize=9 | ssl://mq:61617?wireFormat.maxFrameSize=9
          vm://hub?create=false                    | vm://hub?create=false
          failover:(tcp://a:1,tcp://b:2)           | failover:(tcp://a:1,tcp://b:2)?REST&timeout=3000
          failover://(tcp://a:1)                   | failover:(tcp://a:1)?REST&timeout=3000
          failover:tcp://a:1                       | failover:(tcp://a:1)?REST&timeout=3000
          failover://tcp://a:1                     | failover:(tcp://a:1)?REST&timeout=3000
          failover:(tcp://a:1?soTimeout=7)         | failover:(tcp://a:1?soTimeout=7)?REST&timeout=3000
          failover:(tcp://a:1)?timeout=9&x=y       | failover:(tcp://a:1)?timeout=9&x=y&REST
          """)
  void anAddressThatWouldWaitForEverIsGivenAnEnd(String given, String bounded) {
    assertThat(BrokerAddress.bounded(given)).isEqualTo(bounded.replace("REST", REST));
  }
}

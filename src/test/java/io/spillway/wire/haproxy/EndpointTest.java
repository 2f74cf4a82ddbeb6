package io.spillway.wire.haproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.spillway.testing.TestCertificates;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {
    @TempDir private Path dir;

    private ClientTls keys(@Nullable String name) throws WireException {
        Path ca = new TestCertificates(dir).ca("ca");
        return ClientTls.load(null, new char[0], ca, name);
    }

    @Test
    void eachFormIsReadAndWrittenBack() throws WireException {
        assertThat(Endpoint.parse("unix:/run/haproxy.sock", null))
                .isEqualTo(new Endpoint.Unix(Path.of("/run/haproxy.sock")));
        assertThat(Endpoint.parse("tcp://lb-1:9999", null))
                .isEqualTo(new Endpoint.Tcp("lb-1", 9999));
        assertThat(Endpoint.parse("tcp://[::1]:9999", null))
                .isEqualTo(new Endpoint.Tcp("::1", 9999));
        var keys = keys(null);
        assertThat(Endpoint.parse("tls://10.0.0.1:9443", keys))
                .isEqualTo(new Endpoint.Tls("10.0.0.1", 9443, keys));
        for (String text : new String[] {"unix:/run/a", "tcp://lb:1", "tls://[::1]:65535"}) {
            assertThat(Endpoint.parse(text, keys).text()).isEqualTo(text);
        }
    }

    @Test
    void theExpectedNameIsTheHostUnlessAnotherIsGiven() throws WireException {
        assertThat(new Endpoint.Tls("10.0.0.1", 1, keys(null)).expectedName())
                .isEqualTo("10.0.0.1");
        assertThat(new Endpoint.Tls("10.0.0.1", 1, keys("lb")).expectedName()).isEqualTo("lb");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "lb:9999",
                "http://lb:9999",
                "tcp://lb",
                "tcp://lb:",
                "tcp://lb:0",
                "tcp://lb:65536",
                "tcp://:9999",
                "tcp://::1:9999",
                "tcp://lb:9999/x",
                "unix:relative.sock",
                "unix:"
            })
    void nonsenseIsRefusedInOneSentence(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Endpoint.parse(text, null));
    }

    @Test
    void aSocketPathThatTheSystemCannotTakeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Endpoint.parse("unix:/" + "x".repeat(107), null))
                .withMessageContaining("107 bytes");
    }

    @Test
    void tlsNeedsKeys() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Endpoint.parse("tls://lb:9443", null))
                .withMessage("'tls://lb:9443' needs a CA file and a client key store");
    }
}

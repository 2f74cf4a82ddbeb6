package io.spillway.wire.haproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MapCommandTest {
    private static final String MAP = "/etc/haproxy/spillway/shed.map";

    @Test
    void commandsReadAsHaproxyWantsThem() {
        assertThat(
                        List.of(
                                MapCommand.show(MAP).text(),
                                MapCommand.get(MAP, "3").text(),
                                MapCommand.set(MAP, "3", 400).text(),
                                MapCommand.add(MAP, "2001:db8::1/64", 0).text(),
                                MapCommand.del(MAP, "a%20b~c").text(),
                                Command.setMaxconn("be", "s1", 40).text(),
                                Command.showStat("be").text()))
                .containsExactly(
                        "show map " + MAP,
                        "get map " + MAP + " 3",
                        "set map " + MAP + " 3 400",
                        "add map " + MAP + " 2001:db8::1/64 0",
                        "del map " + MAP + " a%20b~c",
                        "set maxconn server be/s1 40",
                        "show stat be 4 -1");
        assertThat(MapCommand.show(MAP).readOnly()).isTrue();
        assertThat(MapCommand.get(MAP, "3").readOnly()).isTrue();
        assertThat(MapCommand.del(MAP, "3").readOnly()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "#0x55", "a;b", "a\nb", "a\\ b", "<<", "\u00e9"})
    void aKeyThatWouldBeReadOtherwiseIsNotSent(String key) {
        assertThatThrownBy(() -> MapCommand.set(MAP, key, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no key of a map");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "#4", "a b", "/x;y", "@3"})
    void aPathThatWouldBeReadOtherwiseIsNotSent(String path) {
        assertThatThrownBy(() -> MapCommand.show(path))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no path of a map");
    }

    @Test
    void anAgentIsKeyedByItsFirstBytesEncoded() {
        String agent = "Fön/2 (x; y)+~-._";
        assertThat(AgentKey.of(agent)).isEqualTo("F%C3%B6n%2F2%20%28x%3B%20y%29%2B~-._");
        assertThat(AgentKey.agents(Map.of(AgentKey.of(agent), "5"))).isEqualTo(Map.of(agent, "5"));
        assertThat(AgentKey.of("a".repeat(200))).hasSize(95);
        assertThat(AgentKey.agents(Map.of("50%", "5"))).isEqualTo(Map.of("50%", "5"));
    }

    @Test
    void numbersBelowNoneAreNotSent() {
        assertThatThrownBy(() -> MapCommand.add(MAP, "k", -1)).hasMessageContaining("'k'");
        assertThatThrownBy(() -> Command.setMaxconn("be", "s1", -1)).hasMessageContaining("be/s1");
    }

    @Test
    void aMapIsReadWithTheFirstOfTwoLikeKeys() {
        String text =
                """
                0x55b181ced620 0 0
                0x55b181cee870 3 400
                0x55b181edb4b0 3 500
                0x7fdadc046430 Mozilla%2F5.0 0
                """;
        assertThat(MapText.parse(text).entrySet())
                .extracting(e -> e.getKey() + "=" + e.getValue())
                .containsExactly("0=0", "3=400", "Mozilla%2F5.0=0");
        assertThat(MapText.parse("\n")).isEmpty();
        assertThatThrownBy(() -> MapText.parse("# id (file) description\n"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

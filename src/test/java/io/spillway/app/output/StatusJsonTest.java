package io.spillway.app.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.app.cli.Samples;
import io.spillway.desk.Picture;
import io.spillway.fleet.FleetState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class StatusJsonTest {
    private final JsonNode json = Json.MAPPER.readTree(StatusJson.pretty(Samples.picture(3)));

    @Test
    void theWholeIsAsTheManualSays() {
        assertThat(json.get("state").stringValue()).isEqualTo("ok");
        assertThat(json.get("time").stringValue()).isEqualTo("2026-11-22T13:00:05Z");
        assertThat(json.at("/practice/scenario").stringValue()).isEqualTo("surge");
        assertThat(json.at("/practice/speed").doubleValue()).isEqualTo(20);
        assertThat(json.get("intervalSeconds").doubleValue()).isEqualTo(1);
        assertThat(json.at("/mode/operate").booleanValue()).isFalse();
        assertThat(json.at("/mode/until").isNull()).isTrue();
        assertThat(json.at("/notices/0").stringValue()).isEqualTo("lb-1 was reloaded");
        assertThat(json.at("/drifts/0/intended").intValue()).isEqualTo(50);
        assertThat(json.at("/leases/0/id").stringValue()).isEqualTo("a7");
        assertThat(json.at("/balancers/0/startedAt").stringValue())
                .isEqualTo("2026-11-22T11:25:45Z");
    }

    @Test
    void aSourceThatNeverAnsweredHasNoAge() {
        assertThat(json.at("/sources/0/ok").booleanValue()).isTrue();
        assertThat(json.at("/sources/0/ageSeconds").doubleValue()).isEqualTo(0.8);
        assertThat(json.at("/sources/1/ok").booleanValue()).isFalse();
        assertThat(json.at("/sources/1/ageSeconds").isNull()).isTrue();
        assertThat(json.at("/sources/1/message").stringValue())
                .isEqualTo("lb-2 refuses the connection");
    }

    @Test
    void whatIsKnownOfAServerIsANumberAndTheRestIsNull() {
        JsonNode known = json.at("/pools/0/servers/0");
        assertThat(known.get("name").stringValue()).isEqualTo("web-1");
        assertThat(known.get("cpu").asString()).isEqualTo("0.42");
        assertThat(known.get("requestsPerSecond").doubleValue()).isEqualTo(120.5);
        assertThat(known.get("quality").stringValue()).isEqualTo("live");
        JsonNode unknown = json.at("/pools/0/servers/1");
        assertThat(unknown.get("cpu").isNull()).isTrue();
        assertThat(unknown.get("latencySeconds").isNull()).isTrue();
        assertThat(unknown.get("quality").stringValue()).isEqualTo("missing");
        assertThat(unknown.at("/qualities/queue").stringValue()).isEqualTo("missing");
    }

    @Test
    void aServerIsNotReadyIfAnyBalancerSaysSo() {
        JsonNode drained = json.at("/pools/0/servers/0");
        assertThat(drained.get("weight").intValue()).isEqualTo(50);
        assertThat(drained.get("adminState").stringValue()).isEqualTo("drain");
        assertThat(drained.get("operState").stringValue()).isEqualTo("up");
        assertThat(drained.at("/balancers/0/name").stringValue()).isEqualTo("lb-1");
        assertThat(drained.at("/balancers/1/weight").intValue()).isEqualTo(60);
        assertThat(json.at("/pools/0/servers/1/adminState").stringValue()).isEqualTo("ready");
        assertThat(json.at("/pools/0/servers/1/balancers")).hasSize(1);
    }

    @Test
    void aServerThatNoBalancerToldOfHasNoWeight() {
        FleetState fleet = Samples.fleet();
        FleetState alone =
                new FleetState(
                        fleet.time(),
                        fleet.pools(),
                        fleet.servers(),
                        fleet.values(),
                        fleet.sampleTimes(),
                        fleet.quality(),
                        List.of());
        JsonNode server =
                Json.MAPPER
                        .readTree(
                                StatusJson.line(
                                        Samples.picture(3, Picture.State.BLIND, alone, List.of())))
                        .at("/pools/0/servers/0");
        assertThat(server.get("weight").isNull()).isTrue();
        assertThat(server.get("adminState").stringValue()).isEqualTo("unknown");
        assertThat(server.get("operState").stringValue()).isEqualTo("unknown");
    }

    @ParameterizedTest
    @EnumSource(Picture.State.class)
    void aLineIsOneLineAndCarriesTheState(Picture.State state) {
        Picture picture = Samples.picture(3, state, Samples.fleet(), List.of());
        String line = StatusJson.line(picture);
        assertThat(line).doesNotContain("\n");
        assertThat(Json.MAPPER.readTree(line).get("state").stringValue()).isEqualTo(state.word());
    }
}

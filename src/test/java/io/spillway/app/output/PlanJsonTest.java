package io.spillway.app.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spillway.app.cli.Samples;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class PlanJsonTest {
    private final String written = PlanJson.pretty(Samples.plan());

    @Test
    void whatIsWrittenReadsBack() {
        assertThat(PlanJson.read(written)).isEqualTo(Samples.plan());
    }

    @Test
    void theFieldsAreAsTheManualSays() {
        JsonNode json = Json.MAPPER.readTree(written);
        assertThat(json.get("kind").stringValue()).isEqualTo("redistribute");
        assertThat(json.get("madeAt").stringValue()).isEqualTo("2026-11-22T13:00:05Z");
        assertThat(json.get("applicable").booleanValue()).isTrue();
        assertThat(json.get("before").doubleValue()).isEqualTo(0.95);
        assertThat(json.at("/servers/0/weightAfter").intValue()).isEqualTo(50);
        assertThat(json.at("/servers/0/cpuAfter").asString()).isEqualTo("0.61");
        assertThat(json.at("/servers/1/cpuNow").isNull()).isTrue();
        assertThat(json.at("/checks/1/passed").booleanValue()).isFalse();
        assertThat(json.at("/stages/0/web-1").intValue()).isEqualTo(50);
        assertThat(json.at("/balancers/lb-1/web-1").intValue()).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"kind\" : \"redistribute\",| |the field kind is missing",
                "\"pool\" : \"web\"|\"pool\" : 7|the field pool is no text",
                "\"before\" : 0.95|\"before\" : \"high\"|the field before is no number",
                "2026-11-22T13:00:05Z|today|the field madeAt is no time",
                "\"weightNow\" : 100|\"weightNow\" : 257|a weight is outside 0 to 256",
                "\"weightNow\" : 100|\"weightNow\" : -1|a weight is outside 0 to 256",
                "\"weightNow\" : 100|\"weightNow\" : 1.5|a weight is no whole number",
                "\"weightNow\" : 100|\"weightNow\" : 99999999999|a weight is no whole number",
                "\"passed\" : true|\"passed\" : \"yes\"|the field passed is no true or false",
                "\"stages\" : [|\"stages\" : 1, \"x\" : [|the field stages is no list",
                "\"balancers\" : {|\"balancers\" : 1, \"x\" : {|the field balancers is no object",
                "{|[ {|it is no JSON"
            })
    void whatIsNoPlanIsRefusedByName(String part, String instead, String message) {
        String text = instead == null ? "" : instead;
        String broken = written.replaceFirst(Pattern.quote(part), text);
        assertThat(broken).isNotEqualTo(written);
        assertThatThrownBy(() -> PlanJson.read(broken)).hasMessage(message);
    }

    @Test
    void otherJsonIsNoPlan() {
        assertThatThrownBy(() -> PlanJson.read("[]")).hasMessage("it holds no JSON object");
        assertThatThrownBy(() -> PlanJson.read("")).hasMessageStartingWith("it ");
    }

    @Test
    void peopleSeeEveryServerAndEveryCheck() {
        List<String> lines = PlanText.of(Samples.plan()).lines().toList();
        assertThat(lines)
                .contains(
                        "redistribute web: 17 % of the load moves from web-1 to web-2",
                        "highest CPU 95% now, 61% predicted; 1 weights on 1 balancer",
                        "SERVER  WEIGHT  AFTER  CPU  AFTER  SHARE  AFTER",
                        "web-1   100     50     95%  61%    50%    33%",
                        "web-2   100     100    -    -      50%    67%",
                        "ok     no server above its limit",
                        "note   the step is large");
    }
}

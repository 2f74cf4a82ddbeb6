package io.spillway.ui.servers;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.desk.Picture;
import io.spillway.ui.SampleOutlooks;
import io.spillway.ui.SamplePictures;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerSheetModelTest {
    private static ServerSheetModel of(Picture picture, String server) {
        return ServerSheetModel.of(picture, server).orElseThrow();
    }

    private static List<String> lines(List<ServerSheetModel.Line> lines) {
        return lines.stream()
                .map(l -> (l.what() + ": " + l.value() + ", " + l.rest()).replace('\u2009', ' '))
                .toList();
    }

    @Test
    void saysWhatAServerCanCarryAndHowSureThatIs() {
        ServerSheetModel model = of(SampleOutlooks.announced(), "web-031");
        assertThat(lines(model.capacity()))
                .contains(
                        "At the limit: 445 /s, at 90 % CPU, ± 4 %",
                        "Background CPU: 22 %, since 03:49:02, before that 3 %")
                .anyMatch(l -> l.startsWith("Headroom: 7"));
        assertThat(model.finding().replace('\u2009', ' '))
                .isEqualTo(
                        "The process backup-agent uses 19 % of the machine. Traffic does not"
                                + " bring this CPU.");
    }

    @Test
    void aProcessThatIsNotSeenIsNotNamed() {
        assertThat(of(SampleOutlooks.announced(), "api-004").finding())
                .contains("Which process does is not seen");
        assertThat(of(SampleOutlooks.announced(), "api-005").finding()).isEmpty();
    }

    @Test
    void whatIsNotKnownIsNotClaimed() {
        ServerSheetModel model = of(SamplePictures.healthy(), "web-031");
        assertThat(lines(model.capacity()))
                .containsExactly(
                        "At the limit: not known, the data support no figure yet",
                        "Background CPU: not known, ");
        assertThat(lines(of(SampleOutlooks.unseen(), "web-031").capacity()))
                .noneMatch(l -> l.startsWith("Headroom"));
        assertThat(ServerSheetModel.of(SamplePictures.healthy(), "nobody")).isEmpty();
    }

    @Test
    void theTableSaysWhoHasBackgroundCpu() {
        ServersModel model = new ServersModel();
        model.show(SampleOutlooks.announced());
        model.filter("state:background");
        assertThat(model.rows())
                .extracting(l -> l.facts().stateText().replace('\u2009', ' '))
                .containsExactlyInAnyOrder("up · background 22 %", "up · background 17 %");
    }
}

package io.spillway.ui.why;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.desk.Picture;
import io.spillway.ui.SampleOutlooks;
import io.spillway.ui.SamplePictures;
import io.spillway.watch.Outlook;
import io.spillway.watch.capacity.Finding;
import io.spillway.watch.who.Attribution;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WhyModelTest {
    private static Picture with(Picture p, List<Finding> findings, Attribution why) {
        Outlook o = p.outlook();
        return SampleOutlooks.with(
                p,
                p.state(),
                p.fleet(),
                new Outlook(o.fleet(), o.pools(), o.servers(), findings, why, o.announced()));
    }

    private static String plain(String text) {
        return text.replace('\u2009', ' ');
    }

    @Test
    void speaksWhileASurgeLastsOrACauseIsClaimed() {
        Picture saturating = SampleOutlooks.saturating();
        assertThat(WhyController.speaks(saturating)).isTrue();
        assertThat(WhyController.speaks(SampleOutlooks.surge())).isTrue();
        assertThat(WhyController.speaks(SampleOutlooks.recovered())).isFalse();
        assertThat(WhyController.speaks(SampleOutlooks.announced())).isFalse();
        assertThat(WhyController.speaks(SamplePictures.blind())).isFalse();
        Picture calm = SampleOutlooks.recovered();
        assertThat(WhyController.speaks(with(calm, List.of(), saturating.outlook().why())))
                .isTrue();
    }

    @Test
    void theUnknownStaysUnknown() {
        Attribution blank = new Attribution(List.of(), List.of("user agents", "referers"));
        WhyModel model = new WhyModel(with(SampleOutlooks.saturating(), List.of(), blank));
        assertThat(model.causes(true)).isEmpty();
        assertThat(model.nothing()).isEqualTo("No cause can be told.");
        assertThat(model.notSeen()).isEqualTo("Not seen: user agents, referers.");
        assertThat(new WhyModel(SampleOutlooks.saturating()).nothing()).isEmpty();
    }

    @Test
    void saysWhatTheForecastRestsOn() {
        WhyModel good = new WhyModel(SampleOutlooks.saturating());
        assertThat(good.summary()).isEqualTo("Surge since 03:20:31");
        assertThat(plain(good.off())).isEqualTo("47.8 k/s, +334 % over usual");
        assertThat(good.grounds())
                .anyMatch(l -> plain(l).equals("Capacity 53 k/s, confidence good"))
                .anyMatch(l -> plain(l).contains("64 k/s would fit"));
        assertThat(new WhyModel(SampleOutlooks.learning()).grounds())
                .anyMatch(l -> l.startsWith("Capacity is not known: CPU has not moved"))
                .anyMatch(l -> l.startsWith("Usual load, learning: 3 of 14 days"));
        assertThat(new WhyModel(SampleOutlooks.unseen()).off()).isEmpty();
        assertThat(new WhyModel(SamplePictures.unconfigured()).grounds()).isEmpty();
    }

    @Test
    void notesNameCampaignsAndFindings() {
        List<Notes.Note> notes = Notes.of(SampleOutlooks.announced());
        assertThat(notes).extracting(Notes.Note::title).startsWith("Black Friday", "web-031");
        assertThat(notes.getFirst().grave()).isTrue();
        assertThat(plain(notes.get(1).text()))
                .isEqualTo("Background CPU 22 %: process backup-agent, since 03:49:02");
        assertThat(plain(notes.get(2).text())).isEqualTo("Background CPU 17 %, since 01:56:32");
    }

    @Test
    void manyFindingsAreCounted() {
        List<Finding> many =
                IntStream.range(0, 12)
                        .mapToObj(i -> new Finding("web", "web-" + i, 0.2, 0, 1, "", 0))
                        .toList();
        List<Notes.Note> notes =
                Notes.of(with(SampleOutlooks.recovered(), many, Attribution.none()));
        assertThat(notes).hasSize(6);
        assertThat(notes.getLast().title()).isEqualTo("7 more servers");
    }
}

package io.spillway.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.spillway.watch.who.Attribution;
import io.spillway.watch.who.Cause;
import io.spillway.watch.who.Cause.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WhoSectionTest {
    private final Random random = new Random(4711);
    private final AccessLog log = Traffic.log(random, 5000);

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aPlantedCauseIsNamedFirst(Kind kind) {
        for (WhoSection.Maker maker : List.<WhoSection.Maker>of(Mixes::of, ShadowMixes::of)) {
            Mix mix = maker.make(log, random, kind);
            Attribution said = mix.attribution();
            assertThat(said.causes()).as(mix.what()).isNotEmpty();
            Cause first = said.causes().getFirst();
            assertThat(first.kind()).as("%s: %s", mix.what(), said).isEqualTo(kind);
            assertThat(first.share()).as(mix.what()).isBetween(0.7, 1.0);
            assertThat(first.evidence().getFirst()).containsPattern("\\d+ %");
        }
    }

    @Test
    void twoEqualCausesAreBothNamed() {
        Mix mix = Mixes.of(log, random, Kind.BOTS, Kind.CAMPAIGN);
        assertThat(mix.attribution().causes())
                .as(mix.what())
                .extracting(Cause::kind)
                .contains(Kind.BOTS, Kind.CAMPAIGN);
    }

    @Test
    void moreOfTheSameIsNoCause() {
        for (int i = 0; i < 4; i++) {
            assertThat(Mixes.of(log, random).attribution().causes()).isEmpty();
            assertThat(ShadowMixes.of(log, random).attribution().causes()).isEmpty();
        }
    }

    @Test
    void holdsOnPublicTraffic() throws IOException {
        String data = System.getProperty("spillway.data", "");
        assumeThat(data).as("-Dspillway.data=DIR").isNotEmpty();
        boolean full = System.getProperty("spillway.long", "").equals("watch");
        assertThat(new WhoSection().run(Path.of(data), 1, full)).allMatch(Row::holds);
    }
}

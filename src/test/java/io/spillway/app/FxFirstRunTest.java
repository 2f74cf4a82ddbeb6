package io.spillway.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.spillway.app.cli.DeskSession;
import io.spillway.app.cli.Refused;
import io.spillway.app.cli.Setup;
import io.spillway.app.graph.FleetProbe;
import io.spillway.ui.FirstRunOffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FxFirstRunTest {
    private final List<Setup> opened = new ArrayList<>();
    private final List<DeskSession> shown = new ArrayList<>();
    private final List<FirstRunOffer> offers = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final BareSession unconfigured = new BareSession();
    private final BareSession next = new BareSession();
    private boolean broken;
    @TempDir Path folder;
    private Path file;
    private FirstRunOffer offer;

    @BeforeEach
    void prepare() throws IOException {
        file = folder.resolve("spillway.yaml");
        Files.writeString(
                file,
                "pools: [{name: web, backend: be}]\nbalancers: [{name: lb, address: unix:/x.sock}]\n");
        Setup setup = new Setup(null, null, folder, folder.resolve("usual.yaml"));
        FxFirstRun.Means means =
                new FxFirstRun.Means(
                        () -> next,
                        this::desk,
                        new FleetProbe(InstantSource.system()),
                        _ -> null,
                        InstantSource.system());
        offer =
                new FxFirstRun(
                                means,
                                setup,
                                new FxDesk(Runnable::run, unconfigured),
                                Runnable::run,
                                Runnable::run,
                                (session, look, then) -> {
                                    shown.add(session);
                                    offers.add(then);
                                })
                        .offer();
    }

    private DeskSession desk(Setup setup) {
        // Two desks in one state folder are refused.
        assertThat(unconfigured.closed).isTrue();
        opened.add(setup);
        if (broken && setup.config() != null) {
            throw new Refused("another Spillway holds the folder: end it.");
        }
        return next;
    }

    private void open() {
        Objects.requireNonNull(offer.connector()).open(file.toString(), said::add);
    }

    @Test
    void practiceTakesThePlaceOfTheFirstScreen() {
        Objects.requireNonNull(offer.practice()).accept(said::add);
        assertThat(shown).containsExactly(next);
        assertThat(offers.getFirst().connector()).isNull();
        assertThat(unconfigured.closed).isTrue();
    }

    @Test
    void soDoesAFleet() {
        open();
        assertThat(opened).extracting(Setup::state).containsExactly(folder);
        assertThat(shown).containsExactly(next);
        assertThat(offers.getFirst().connector()).isNull();
        assertThat(said).isEmpty();
    }

    @Test
    void theFirstScreenComesBackWhereAFleetDoesNotBegin() {
        broken = true;
        open();
        assertThat(opened).extracting(Setup::unconfigured).containsExactly(false, true);
        assertThat(shown).containsExactly(next);
        assertThat(offers.getFirst().configuration()).isEqualTo(file.toString());
        assertThat(offers.getFirst().trouble())
                .isEqualTo(
                        "The desk of %s did not begin: another Spillway holds the folder: end it."
                                .formatted(file));
        assertThat(offers.getFirst().connector()).isNotNull();
        broken = false;
        open();
        assertThat(opened).hasSize(3);
        assertThat(offers.getLast().connector()).isNull();
    }
}

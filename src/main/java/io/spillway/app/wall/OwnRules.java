package io.spillway.app.wall;

import io.spillway.action.Actuator;
import io.spillway.alarm.rule.DefaultRules;
import io.spillway.alarm.rule.Rules;
import io.spillway.app.cli.PracticeSpec;
import io.spillway.app.cli.Refused;
import io.spillway.app.config.Config;
import io.spillway.app.config.PracticeConfig;
import io.spillway.app.graph.Closing;
import io.spillway.app.graph.PracticeSite;
import io.spillway.app.graph.ReliefOf;
import io.spillway.app.graph.SourceAdapters;
import io.spillway.app.graph.Station;
import io.spillway.desk.AlarmMeans;
import io.spillway.desk.Desk;
import io.spillway.desk.DeskSettings;
import io.spillway.desk.Picture;
import io.spillway.desk.ReliefSettings;
import io.spillway.desk.StateFolder;
import io.spillway.journal.Journal;
import io.spillway.journal.JournalException;
import io.spillway.practice.PracticeFleet;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The desk's rules run by the wall itself: it reads, thinks and shows, has nothing to act with,
/// and listens to nobody.
final class OwnRules implements AutoCloseable {
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final int WALLS = 9;

    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    private OwnRules() {}

    /// Watches what a configuration names.
    ///
    /// @param config null if nothing is configured
    /// @param state the state folder; the wall keeps its own memory in a folder of it
    /// @param shown takes each Picture, on the desk's thread
    static OwnRules of(
            @Nullable Config config, Path state, InstantSource clock, Consumer<Picture> shown) {
        PracticeConfig practice = config == null ? null : config.practice();
        Picture.Practice mark =
                practice == null
                        ? null
                        : new Picture.Practice(practice.scenario().word(), practice.speed());
        InstantSource time = practice == null ? clock : () -> practice.at(clock.instant());
        OwnRules own = new OwnRules();
        own.begin(config, mark, state, time, shown, () -> {});
        return own;
    }

    /// Watches a practice fleet of this process.
    static OwnRules practice(PracticeSpec spec, Path state, Consumer<Picture> shown) {
        OwnRules own = new OwnRules();
        PracticeFleet fleet = PracticeSite.open(spec);
        own.open.push(fleet);
        Duration step = PracticeSite.step(fleet);
        own.begin(
                PracticeSite.config(fleet),
                PracticeSite.mark(fleet),
                state,
                fleet.clock(),
                shown,
                () -> fleet.step(step));
        return own;
    }

    private void begin(
            @Nullable Config config,
            Picture.@Nullable Practice mark,
            Path state,
            InstantSource clock,
            Consumer<Picture> shown,
            Runnable beforeTick) {
        try {
            StateFolder folder = opened(folder(state, mark != null));
            Journal journal = opened(Journal.open(folder.journal()));
            SourceAdapters adapters = opened(new SourceAdapters(mark != null));
            DeskSettings settings = settings(config, mark);
            Actuator nothing = new Actuator(Map.of(), journal, clock, settings.console());
            Desk desk =
                    opened(
                            new Desk(
                                    settings,
                                    config == null ? List.of() : adapters.readOnly(config),
                                    nothing,
                                    journal,
                                    AlarmMeans.none(),
                                    clock,
                                    folder.history()));
            desk.watch(shown);
            shown.accept(desk.picture());
            desk.start(beforeTick);
        } catch (JournalException | IOException e) {
            close();
            throw new Refused(String.valueOf(e.getMessage()), e);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private <T extends AutoCloseable> T opened(T part) {
        open.push(part);
        return part;
    }

    /// Several walls of one machine remember each for itself.
    private static StateFolder folder(Path state, boolean practice) throws IOException {
        String name = practice ? "wall-practice" : "wall";
        for (int i = 1; i <= WALLS; i++) {
            Path folder = state.resolve(i == 1 ? name : name + "-" + i);
            var taken = StateFolder.take(folder, false);
            if (taken.isPresent()) {
                return taken.get();
            }
        }
        throw new IOException("%d walls hold all folders in %s".formatted(WALLS, state));
    }

    private static DeskSettings settings(@Nullable Config config, Picture.@Nullable Practice mark) {
        Rules rules = config == null ? DefaultRules.rules() : config.alarms().now();
        return new DeskSettings(
                config == null ? "" : config.site(),
                config == null ? INTERVAL : config.poll(),
                config == null ? List.of() : config.pools(),
                config == null ? List.of() : config.campaigns(),
                rules,
                config == null ? ReliefSettings.NONE : ReliefOf.looking(config),
                mark,
                "wall " + Station.name(),
                false);
    }

    @Override
    public void close() {
        Closing.all(open);
    }
}

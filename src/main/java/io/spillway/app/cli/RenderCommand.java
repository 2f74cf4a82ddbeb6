package io.spillway.app.cli;

import io.spillway.desk.Command.MakePlan;
import io.spillway.desk.DeskPort;
import io.spillway.desk.Picture;
import io.spillway.desk.PlanRequest;
import io.spillway.fleet.Pool;
import io.spillway.relief.Plan;
import io.spillway.ui.kit.Screen;
import io.spillway.ui.kit.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Draws a screen of a live run.
@Command(
        name = "render",
        description = "Draws a screen of a live run into a PNG; needs no display.")
final class RenderCommand implements Callable<Integer> {
    /// Practice time after which there is something to see.
    private static final double WARM_UP = 5;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Context context;
    private final CommonOptions common;

    @Parameters(paramLabel = "SCREEN", description = "One of: board, servers, plan, first-run.")
    Screen screen = Screen.BOARD;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "The PNG to write.")
    Path out = Path.of("");

    @Option(
            names = "--size",
            paramLabel = "WxH",
            defaultValue = "1920x1080",
            description = "Pixels (default: ${DEFAULT-VALUE}).")
    Size size = new Size(1920, 1080);

    @Option(
            names = "--theme",
            paramLabel = "THEME",
            defaultValue = "night",
            description = "night (default) or day.")
    Theme theme = Theme.NIGHT;

    @Option(
            names = "--after",
            paramLabel = "SECONDS",
            description = "Look this long first; in practice these are scenario seconds.")
    @Nullable Double after;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "With --practice: the scenario time to draw, HH:MM[:SS] in UTC.")
    @Nullable String at;

    RenderCommand(Context context, CommonOptions common) {
        this.context = context;
        this.common = common;
    }

    @Override
    public Integer call() throws Exception {
        if (after != null && at != null) {
            throw new Misused("--after and --at exclude each other: give one of them");
        }
        if (after != null && !(after >= 0 && after <= 7 * 86_400)) {
            throw new Misused("--after takes 0 to 604800 seconds");
        }
        if (screen == Screen.FIRST_RUN) {
            Picture none = Pictures.unconfigured(context.parts().clock().instant());
            draw(none, null, Locale.getDefault());
            return 0;
        }
        Setup setup = common.resolve(context);
        Configured.require(setup);
        if (setup.practice() != null) {
            stepped(setup);
        } else {
            live(setup);
        }
        return 0;
    }

    private void stepped(Setup setup) {
        try (SteppedPractice practice = context.parts().stepped(setup)) {
            Instant now = practice.now();
            Instant to =
                    at != null
                            ? new Moment(at).after(now)
                            : now.plus(seconds(after == null ? WARM_UP : after));
            Picture picture = practice.runTo(to);
            draw(picture, plan(practice.desk(), picture), setup.language());
        }
    }

    private void live(Setup setup) {
        if (at != null) {
            throw new Misused("--at needs --practice: a live fleet cannot be sent to a time");
        }
        try (DeskSession session = context.parts().open(setup, false)) {
            DeskPort desk = session.desk();
            Picture first = Waiting.forPicture(desk, Waiting::complete, Waiting.READINGS);
            double wait = after == null ? 0 : after;
            Instant then = first.time().plus(seconds(wait));
            double speed = first.practice() == null ? 1 : first.practice().speed();
            Picture picture =
                    Waiting.forPicture(
                            desk,
                            p -> !p.time().isBefore(then),
                            seconds(wait / speed).plus(PATIENCE));
            draw(picture, plan(desk, picture), setup.language());
        }
    }

    private @Nullable Plan plan(DeskPort desk, Picture picture) {
        List<Pool> pools = picture.fleet().pools();
        if (screen != Screen.PLAN || pools.isEmpty()) {
            return null;
        }
        if (!picture.plans().isEmpty()) {
            return picture.plans().getFirst();
        }
        return Waiting.forAnswer(
                        desk.send(new MakePlan(new PlanRequest.Even(pools.getFirst().name()))))
                .plan();
    }

    private void draw(Picture picture, @Nullable Plan plan, Locale language) {
        try {
            Renderer.Request request =
                    new Renderer.Request(
                            screen,
                            theme,
                            language,
                            size.width(),
                            size.height(),
                            out.toAbsolutePath());
            context.parts().renderer().render(request, picture, plan);
        } catch (IOException e) {
            throw new Refused(
                    "the picture cannot be written to %s: check the folder and its rights"
                            .formatted(out),
                    e);
        }
    }

    private static Duration seconds(double seconds) {
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }
}

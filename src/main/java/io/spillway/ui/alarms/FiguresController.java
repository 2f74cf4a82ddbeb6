package io.spillway.ui.alarms;

import io.spillway.alarm.Figures;
import io.spillway.desk.Picture;
import io.spillway.ui.kit.Format;
import io.spillway.ui.kit.PictureView;
import io.spillway.ui.kit.Rows;
import io.spillway.ui.kit.Words;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import javafx.fxml.FXML;
import javafx.scene.layout.VBox;

/// How well the alarms serve, against what operators can bear.
public final class FiguresController implements PictureView {
    private static final int MOST_ACTORS = 10;

    @FXML private VBox facts;
    @FXML private RatesController ratesController;

    private Rows<AlarmDetail.Fact> rows = new Rows<>(new VBox(), PairRow::new);

    @FXML
    void initialize() {
        rows = new Rows<>(facts, PairRow::new);
        ratesController.limit(MOST_ACTORS);
    }

    @Override
    public void show(Picture picture) {
        Figures figures = picture.alarms().figures();
        ratesController.show(figures);
        rows.show(facts(figures));
    }

    /// The figures in words, each with its target.
    static List<AlarmDetail.Fact> facts(Figures f) {
        int high = IntStream.of(f.high()).sum();
        int medium = IntStream.of(f.medium()).sum();
        int low = IntStream.of(f.low()).sum();
        String longest =
                f.longest() == 0
                        ? Words.of("alarms.none-standing")
                        : Format.span(Duration.ofMillis(f.longest()));
        return List.of(
                new AlarmDetail.Fact(
                        Words.of("alarms.last-ten"),
                        Words.of("alarms.last-ten-raised", f.lastTenMinutes())),
                new AlarmDetail.Fact(Words.of("kit.last-day"), shares(high, medium, low)),
                new AlarmDetail.Fact(
                        Words.of("alarms.standing"),
                        Words.of(
                                "alarms.standing-alarms", Words.of("alarms.alarms", f.standing()))),
                new AlarmDetail.Fact(Words.of("alarms.longest-standing"), longest),
                new AlarmDetail.Fact(
                        Words.of("alarms.flood-time"),
                        Words.of("alarms.flood-share", Format.percent(f.floodShare(), 1))));
    }

    private static String shares(int high, int medium, int low) {
        int all = high + medium + low;
        if (all == 0) {
            return Words.of("alarms.none-raised");
        }
        return Words.of(
                "alarms.shares",
                all,
                Format.percent((double) high / all),
                Format.percent((double) medium / all),
                Format.percent((double) low / all));
    }
}

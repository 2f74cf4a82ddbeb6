package io.spillway.ui.alarms;

import io.spillway.alarm.Figures;
import io.spillway.desk.Picture;
import io.spillway.ui.kit.Format;
import io.spillway.ui.kit.PictureView;
import io.spillway.ui.kit.Rows;
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
                f.longest() == 0 ? "none is active" : Format.span(Duration.ofMillis(f.longest()));
        return List.of(
                new AlarmDetail.Fact(
                        "Last 10 minutes", f.lastTenMinutes() + " raised (target 1, peak 10)"),
                new AlarmDetail.Fact("Last 24 hours", shares(high, medium, low)),
                new AlarmDetail.Fact(
                        "Standing over 24 h", Format.plural(f.standing(), "alarm") + " (target 0)"),
                new AlarmDetail.Fact("Longest standing", longest),
                new AlarmDetail.Fact(
                        "Time in a flood",
                        Format.percent(f.floodShare(), 1) + " of 7 days (target under 1\u2009%)"));
    }

    private static String shares(int high, int medium, int low) {
        int all = high + medium + low;
        if (all == 0) {
            return "none raised";
        }
        return all
                + " raised: high "
                + Format.percent((double) high / all)
                + ", medium "
                + Format.percent((double) medium / all)
                + ", low "
                + Format.percent((double) low / all)
                + " (target 5, 15, 80)";
    }
}

package io.spillway.ui.board;

import io.spillway.desk.Picture;
import io.spillway.fleet.Pool;
import io.spillway.relief.Plan;
import io.spillway.ui.kit.FxmlFile;
import io.spillway.ui.kit.PictureView;
import io.spillway.ui.kit.Rows;
import io.spillway.ui.kit.Shown;
import io.spillway.ui.kit.ViewLoader;
import io.spillway.ui.kit.Words;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// What would help now, most helpful first.
public final class ReliefController implements PictureView {
    private final ViewLoader loader;

    @FXML private Label nothing;
    @FXML private ScrollPane scroll;
    @FXML private VBox all;
    @FXML private VBox cards;
    @FXML private VBox even;

    private Rows<ReliefCardController.Card> rows;
    private Rows<EvenPool.Evenness> evenRows = new Rows<>(new VBox(), EvenPool::new);

    /// @param loader loads the cards
    public ReliefController(ViewLoader loader) {
        this.loader = loader;
        this.rows = new Rows<>(new VBox(), this::card);
    }

    @FXML
    void initialize() {
        rows = new Rows<>(cards, this::card);
        evenRows = new Rows<>(even, EvenPool::new);
        scroll.prefViewportHeightProperty().bind(all.heightProperty());
    }

    private ReliefCardController card() {
        return loader.load(FxmlFile.RELIEF_CARD, ReliefCardController.class).controller();
    }

    @Override
    public void show(Picture picture) {
        List<ReliefCardController.Card> items =
                picture.plans().stream()
                        .map(p ->
                                new ReliefCardController.Card(
                                        p, limit(picture, p), p.equals(picture.plans().getFirst())))
                        .toList();
        rows.show(items);
        evenRows.show(EvenPool.of(picture));
        Shown.when(!items.isEmpty(), cards);
        Shown.when(!picture.fleet().pools().isEmpty(), scroll);
        Shown.when(items.isEmpty(), nothing);
        nothing.setText(
                switch (picture.state()) {
                    case UNCONFIGURED -> Words.of("board.no-pools");
                    case BLIND -> Words.of("board.no-cpu-no-plan");
                    case OK, SURGE, OVERLOAD -> Words.of("board.nothing-to-do");
                });
    }

    private static double limit(Picture picture, Plan plan) {
        return picture.fleet().pools().stream()
                .filter(p -> p.name().equals(plan.pool()))
                .mapToDouble(Pool::cpuLimit)
                .findFirst()
                .orElse(1);
    }
}

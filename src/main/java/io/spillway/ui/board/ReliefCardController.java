package io.spillway.ui.board;

import io.spillway.relief.Plan;
import io.spillway.ui.kit.Format;
import io.spillway.ui.kit.Navigator;
import io.spillway.ui.kit.PlanWords;
import io.spillway.ui.kit.RowView;
import io.spillway.ui.kit.Shown;
import io.spillway.ui.kit.Words;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One plan: what it does, how much it would help, and the way to its sheet.
public final class ReliefCardController implements RowView<ReliefCardController.Card> {
    private static final String PRIMARY = "primary";

    private final Navigator navigator;

    @FXML private VBox root;
    @FXML private Label title;
    @FXML private Label summary;
    @FXML private Label cost;
    @FXML private EffectBar bar;
    @FXML private Label effect;
    @FXML private Button preview;
    @FXML private Button apply;

    private @Nullable Plan shown;

    /// What a card shows.
    ///
    /// @param limit the pool's CPU limit, 0..1
    /// @param first true for the most helpful one, whose button is the primary one
    record Card(Plan plan, double limit, boolean first) {}

    /// @param navigator leads to the sheet
    public ReliefCardController(Navigator navigator) {
        this.navigator = navigator;
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void show(Card card) {
        Plan plan = card.plan();
        shown = plan;
        title.setText(PlanWords.title(plan));
        String harm = ReliefWords.harm(plan);
        cost.setText(harm);
        Shown.when(!harm.isEmpty(), cost);
        summary.setText(plan.summary());
        bar.show(plan.before(), plan.after(), card.limit());
        effect.setText(Words.of("board.max-change", Format.change(plan.before(), plan.after())));
        apply.setDisable(!plan.applicable());
        apply.getStyleClass().remove(PRIMARY);
        if (card.first()) {
            apply.getStyleClass().add(PRIMARY);
        }
        preview.setAccessibleText(Words.of("kit.preview-what", title.getText()));
        apply.setAccessibleText(Words.of("board.apply-what", title.getText()));
    }

    @FXML
    void open() {
        if (shown != null) {
            navigator.openPlan(shown);
        }
    }
}

package io.spillway.ui.wall;

import io.spillway.alarm.rule.Priority;
import io.spillway.desk.Picture;
import io.spillway.relief.Plan;
import io.spillway.ui.kit.Flash;
import io.spillway.ui.kit.PictureView;
import io.spillway.ui.kit.PlanWords;
import io.spillway.ui.kit.Room;
import io.spillway.ui.kit.Shown;
import io.spillway.ui.kit.Themed;
import io.spillway.ui.kit.Tokens;
import io.spillway.ui.kit.Words;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The wall: header, the panels of one view, foot. A function of the Picture.
public final class WallController implements PictureView, Themed {
    private static final PseudoClass PRACTICE = PseudoClass.getPseudoClass("practice");

    /// Where there is no room for both, acts and notice take turns, seconds.
    private static final long TURN = 5;

    private static final double LEFT_WIDE = 65;
    private static final double LEFT_MEDIUM = 44;

    private final Room room;
    private final Map<Part, Panel> panels = new EnumMap<>(Part.class);
    private List<Panel> shown = List.of();
    private @Nullable Picture last;
    private String place = "";
    private String told = "";

    @FXML private VBox root;
    @FXML private HBox practice;
    @FXML private Label practiceWhat;
    @FXML private HeadController headController;
    @FXML private GridPane body;
    @FXML private Region actMark;
    @FXML private Fitting lease;
    @FXML private Label relief;
    @FXML private Label notice;
    @FXML private Label where;

    WallController(Room room, Flash flash) {
        this.room = room;
        panels.put(Part.LOAD, PlotPanel.load(room));
        panels.put(Part.CPU, PlotPanel.cpu(room));
        panels.put(Part.FLEET, new FleetPanel());
        panels.put(Part.ALARMS, new AlarmsPanel(flash));
        panels.put(Part.LEASES, new LeasesPanel());
    }

    @FXML
    void initialize() {
        root.pseudoClassStateChanged(
                PseudoClass.getPseudoClass(room.name().toLowerCase(Locale.ROOT)), true);
    }

    /// Shows a view from now on.
    ///
    /// @param number of the view, from 1
    /// @param count of all views
    void view(Page.View view, int number, int count) {
        body.getChildren().clear();
        body.getColumnConstraints().clear();
        shown = view.columns().stream().flatMap(List::stream).map(this::panel).toList();
        for (int i = 0; i < view.columns().size(); i++) {
            VBox column = new VBox();
            column.getStyleClass().add("wall-column");
            for (Part part : view.columns().get(i)) {
                Panel panel = panel(part);
                panel.setPrefSize(1, 1);
                panel.setMinSize(0, 0);
                VBox.setVgrow(panel, javafx.scene.layout.Priority.ALWAYS);
                column.getChildren().add(panel);
            }
            GridPane.setVgrow(column, javafx.scene.layout.Priority.ALWAYS);
            ColumnConstraints width = new ColumnConstraints();
            width.setPercentWidth(share(i, view.columns().size()));
            body.getColumnConstraints().add(width);
            body.add(column, i, 0);
        }
        place = count < 2 ? "" : " " + number + "/" + count;
        Picture picture = last;
        if (picture != null) {
            show(picture);
        }
    }

    private Panel panel(Part part) {
        return Objects.requireNonNull(panels.get(part));
    }

    private double share(int column, int columns) {
        if (columns == 1) {
            return 100;
        }
        double left = room == Room.WIDE ? LEFT_WIDE : LEFT_MEDIUM;
        return column == 0 ? left : 100 - left;
    }

    @Override
    public void show(Picture picture) {
        last = picture;
        Picture.Practice what = picture.practice();
        Shown.when(what != null, practice);
        root.pseudoClassStateChanged(PRACTICE, what != null);
        practiceWhat.setText(what == null ? "" : what.scenario());
        headController.show(picture);
        shown.forEach(panel -> panel.show(picture));
        foot(picture);
    }

    private void foot(Picture picture) {
        List<LeasesPanel.Item> acts = LeasesPanel.of(picture);
        String more = acts.size() > 1 ? " +" + (acts.size() - 1) : "";
        boolean both = !acts.isEmpty() && !told.isEmpty() && room != Room.WIDE;
        boolean other = picture.time().getEpochSecond() / TURN % 2 == 1;
        Shown.when(!told.isEmpty() && !(both && !other), notice);
        boolean act = !acts.isEmpty() && !(both && other);
        lease.say(acts.isEmpty() ? List.of("") : acts.getFirst().lines(more));
        Shown.when(act, lease);
        Shown.when(act, actMark);
        String ready =
                picture.plans().stream()
                        .filter(Plan::applicable)
                        .findFirst()
                        .map(p -> Words.of("wall.relief-ready", PlanWords.title(p)))
                        .orElse("");
        relief.setText(ready);
        Shown.when(!ready.isEmpty() && room == Room.WIDE, relief);
        where.setText(picture.site() + place);
    }

    /// Says something at the foot; the empty text ends that.
    void notice(String words) {
        told = words;
        notice.setText(words);
        Picture picture = last;
        if (picture != null) {
            foot(picture);
        }
    }

    /// True while an alarm of high priority asks for an answer.
    static boolean calls(Picture picture) {
        return picture.alarms().listed().stream()
                .anyMatch(a -> a.priority() == Priority.HIGH && a.state().unacknowledged());
    }

    @Override
    public void dress(Tokens tokens) {
        panels.values().forEach(panel -> panel.dress(tokens));
    }

    Region root() {
        return root;
    }
}

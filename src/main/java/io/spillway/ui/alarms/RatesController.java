package io.spillway.ui.alarms;

import io.spillway.alarm.Figures;
import io.spillway.ui.kit.Format;
import io.spillway.ui.kit.RuleWords;
import io.spillway.ui.kit.Shown;
import io.spillway.ui.kit.Tables;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;

/// How many alarms there were in the last day, and what rang most.
public final class RatesController {
    private static final double ROW = 33;
    private static final double HEADER = 30;

    private final RateChart chart = new RateChart();
    private final ObservableList<Figures.Actor> actors = FXCollections.observableArrayList();

    @FXML private StackPane chartSlot;
    @FXML private TableView<Figures.Actor> table;
    @FXML private TableColumn<Figures.Actor, String> rule;
    @FXML private TableColumn<Figures.Actor, String> source;
    @FXML private TableColumn<Figures.Actor, String> times;
    @FXML private TableColumn<Figures.Actor, String> share;
    @FXML private TableColumn<Figures.Actor, String> proposal;
    @FXML private Label nothing;

    private int most = 3;

    @FXML
    void initialize() {
        chartSlot.getChildren().setAll(chart);
        Tables.text(rule, a -> RuleWords.titleOf(a.id(), a.title()));
        Tables.text(source, Figures.Actor::subject);
        Tables.text(times, a -> Integer.toString(a.times()));
        Tables.text(share, a -> Format.percent(a.share()).toString());
        Tables.text(proposal, a -> a.proposal().isEmpty() ? "–" : a.proposal());
        Tables.plain(table);
        table.setItems(actors);
    }

    /// Shows so many of those that ring most.
    void limit(int rows) {
        most = rows;
    }

    void show(Figures figures) {
        chart.show(figures);
        var next = figures.actors().subList(0, Math.min(most, figures.actors().size()));
        if (!next.equals(actors)) {
            actors.setAll(next);
            double height = HEADER + ROW * next.size();
            table.setMinHeight(HEADER + ROW);
            table.setPrefHeight(height);
            table.setMaxHeight(height);
        }
        Shown.when(next.isEmpty(), nothing);
        Shown.when(!next.isEmpty(), table);
    }
}

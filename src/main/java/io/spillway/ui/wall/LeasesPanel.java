package io.spillway.ui.wall;

import io.spillway.action.Lease;
import io.spillway.desk.Picture;
import io.spillway.ui.kit.Format;
import io.spillway.ui.kit.PlanWords;
import io.spillway.ui.kit.RowView;
import io.spillway.ui.kit.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// What was done and is in force.
final class LeasesPanel extends RowsPanel<LeasesPanel.Item> {
    private static final int MOST = 12;

    LeasesPanel() {
        super(Words.of("wall.leases"), MOST, Row::new);
    }

    /// One act, in words.
    ///
    /// @param ends what is left until it is given back; empty if it is kept
    record Item(String since, String what, String by, String ends) {
        private static Item of(Lease lease, Instant now) {
            Instant end = lease.endsAt();
            return new Item(
                    Format.clock(lease.since()),
                    PlanWords.within(lease),
                    lease.operator(),
                    end == null ? "" : Format.countdown(Duration.between(now, end)));
        }

        /// In one line, the longest first.
        ///
        /// @param more what else there is, may be empty
        List<String> lines(String more) {
            String end = ends.isEmpty() ? "" : " · " + ends;
            return List.of(since + " " + what + end + more, what + end + more, what + more, what);
        }
    }

    /// Acts in force, newest first.
    static List<Item> of(Picture picture) {
        return picture.leases().stream()
                .filter(Lease::inForce)
                .sorted(Comparator.comparing(Lease::since).reversed())
                .map(l -> Item.of(l, picture.time()))
                .toList();
    }

    @Override
    List<Item> items(Picture picture) {
        return of(picture);
    }

    @Override
    String summary(Picture picture, int left) {
        return left == 0 ? "" : Words.of("wall.more", left);
    }

    private static final class Row implements RowView<Item> {
        private final Label since = new Label();
        private final Label what = new Label();
        private final Label by = new Label();
        private final Label ends = new Label();
        private final HBox node;

        Row() {
            Region act = new Region();
            act.getStyleClass().add("wall-act");
            since.getStyleClass().add("mute");
            by.getStyleClass().add("mute");
            ends.getStyleClass().add("strong");
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            what.setMinWidth(0);
            node = new HBox(act, since, what, by, gap, ends);
            node.getStyleClass().add("wall-row");
        }

        @Override
        public Node node() {
            return node;
        }

        @Override
        public void show(Item item) {
            since.setText(item.since());
            what.setText(item.what());
            by.setText(item.by());
            ends.setText(item.ends());
        }
    }
}

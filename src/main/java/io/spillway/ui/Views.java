package io.spillway.ui;

import io.spillway.ui.alarms.AlarmsController;
import io.spillway.ui.board.BoardController;
import io.spillway.ui.kit.FxmlFile;
import io.spillway.ui.kit.PictureView;
import io.spillway.ui.kit.Screen;
import io.spillway.ui.kit.ViewLoader;
import io.spillway.ui.plan.ConsentController;
import io.spillway.ui.plan.PlanController;
import io.spillway.ui.plan.UndoController;
import io.spillway.ui.servers.ServerSheetController;
import io.spillway.ui.servers.ServersController;
import io.spillway.ui.setup.SetupController;
import io.spillway.ui.traffic.TrafficController;
import io.spillway.ui.why.WhySheetController;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// Every screen and sheet of a window, each loaded when it is first asked for. For the FX thread.
final class Views {
    private static final String PAGE = "screens#";

    final Later<BoardController> board;
    final Later<ServersController> servers;
    final Later<AlarmsController> alarms;
    final Later<TrafficController> traffic;
    final Later<SetupController> setup;
    final Later<FirstRunController> firstRun;
    final Later<PlanController> plan;
    final Later<ConsentController> consent;
    final Later<UndoController> undo;
    final Later<OperateController> operate;
    final Later<WhySheetController> why;
    final Later<ServerSheetController> server;
    final Later<PaletteController> palette;
    final Later<KeyMapController> keyMap;

    /// Which section of the manual a sheet has; what has none is passed over.
    private final Map<Later<?>, String> sections = new LinkedHashMap<>();

    Views(ViewLoader loader) {
        board = new Later<>(loader, FxmlFile.BOARD, BoardController.class);
        servers = new Later<>(loader, FxmlFile.SERVERS, ServersController.class);
        alarms = new Later<>(loader, FxmlFile.ALARMS, AlarmsController.class);
        traffic = new Later<>(loader, FxmlFile.TRAFFIC, TrafficController.class);
        setup = new Later<>(loader, FxmlFile.SETUP, SetupController.class);
        firstRun = new Later<>(loader, FxmlFile.FIRST_RUN, FirstRunController.class);
        plan = new Later<>(loader, FxmlFile.PLAN_SHEET, PlanController.class);
        consent = new Later<>(loader, FxmlFile.CONSENT, ConsentController.class);
        undo = new Later<>(loader, FxmlFile.UNDO_SHEET, UndoController.class);
        operate = new Later<>(loader, FxmlFile.OPERATE, OperateController.class);
        why = new Later<>(loader, FxmlFile.WHY_SHEET, WhySheetController.class);
        server = new Later<>(loader, FxmlFile.SERVER_SHEET, ServerSheetController.class);
        palette = new Later<>(loader, FxmlFile.PALETTE, PaletteController.class);
        keyMap = new Later<>(loader, FxmlFile.KEY_MAP, KeyMapController.class);
        sections.put(plan, "plan");
        sections.put(consent, "second-operator");
        sections.put(undo, "undo");
        sections.put(operate, "operate");
        sections.put(why, "why");
        sections.put(server, "one-server");
    }

    /// Loads one view that nobody has asked for yet.
    void prepare() {
        Stream.of(servers, alarms, plan, why, operate, server, traffic, setup, palette, undo)
                .filter(view -> !view.loaded())
                .findFirst()
                .ifPresent(Later::root);
    }

    /// What lies below the sheets.
    Later<? extends PictureView> of(Screen screen) {
        return switch (screen) {
            case BOARD, PLAN -> board;
            case SERVERS -> servers;
            case ALARMS -> alarms;
            case TRAFFIC -> traffic;
            case SETUP -> setup;
            case FIRST_RUN -> firstRun;
        };
    }

    /// The sheets that are loaded and draw Pictures.
    Stream<Later<? extends PictureView>> sheets() {
        return Stream.<Later<? extends PictureView>>of(
                        plan, consent, undo, operate, why, server, palette)
                .filter(Later::loaded);
    }

    /// What the manual says of what is shown, as [Help] takes it.
    ///
    /// @param front the topmost sheet; null for none
    String topic(Screen screen, @Nullable Node front) {
        return sections.entrySet().stream()
                .filter(sheet -> sheet.getKey().loaded() && sheet.getKey().root().equals(front))
                .map(sheet -> PAGE + sheet.getValue())
                .findFirst()
                .orElseGet(() -> topic(screen));
    }

    private String topic(Screen screen) {
        String rule = screen == Screen.ALARMS ? alarms.controller().rule() : "";
        return rule.isEmpty() ? PAGE + screen.word() : "alarms-what-to-do#" + rule;
    }
}

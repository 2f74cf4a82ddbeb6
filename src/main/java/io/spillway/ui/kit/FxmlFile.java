package io.spillway.ui.kit;

import java.net.URL;

/// Every FXML file there is, so that a test can load them all.
public enum FxmlFile {
    SHELL("shell"),
    HEADER("header"),
    RAIL("rail"),
    OPERATE("operate"),
    PALETTE("palette"),
    KEY_MAP("key-map"),
    FIRST_RUN("first-run"),
    CONNECT("connect"),
    BOARD("board"),
    BOARD_PLOTS("board-plots"),
    BOARD_FLEET("board-fleet"),
    BOARD_FLEET_BAR("board-fleet-bar"),
    BOARD_RELIEF("board-relief"),
    BOARD_ACTIONS("board-actions"),
    BOARD_SOURCES("board-sources"),
    BOARD_WHY("board-why"),
    RELIEF_CARD("relief-card"),
    LEASE_ROW("lease-row"),
    SOURCE_ROW("source-row"),
    SERVERS("servers"),
    SERVER_SHEET("server-sheet"),
    ALARMS("alarms"),
    HEADER_SOUND("header-sound"),
    ALARM_STRIP("alarm-strip"),
    ALARM_PANE("alarm-pane"),
    ALARM_ASIDE_FORM("alarm-aside-form"),
    ALARM_RATES("alarm-rates"),
    ALARM_HISTORY("alarm-history"),
    ALARM_FIGURES("alarm-figures"),
    ALARM_RULES("alarm-rules"),
    TRAFFIC("traffic"),
    TRAFFIC_GATES("traffic-gates"),
    TRAFFIC_PREVIEW("traffic-preview"),
    TRAFFIC_STANDBY("traffic-standby"),
    TRAFFIC_LEASES("traffic-leases"),
    TRAFFIC_DRIFT("traffic-drift"),
    SETUP("setup"),
    SETUP_PROVE("setup-prove"),
    SETUP_ROOM("setup-room"),
    SETUP_FILES("setup-files"),
    PLAN_SHEET("plan-sheet"),
    CONSENT("consent"),
    UNDO_SHEET("undo-sheet"),
    WHY_SHEET("why-sheet"),
    WALL("wall"),
    WALL_HEAD("wall-head");

    private final String path;

    FxmlFile(String stem) {
        this.path = "/fxml/" + stem + ".fxml";
    }

    /// The resource's path, absolute.
    public String path() {
        return path;
    }

    /// Where the resource is.
    ///
    /// @throws IllegalStateException if the build left it out
    public URL url() {
        URL url = FxmlFile.class.getResource(path);
        if (url == null) {
            throw new IllegalStateException("Missing from the build: " + path);
        }
        return url;
    }
}

package io.spillway.ui;

import io.spillway.ui.alarms.AlarmActs;
import io.spillway.ui.alarms.AlarmPaneController;
import io.spillway.ui.alarms.AlarmStripController;
import io.spillway.ui.alarms.AlarmsController;
import io.spillway.ui.alarms.AsideFormController;
import io.spillway.ui.alarms.FiguresController;
import io.spillway.ui.alarms.HistoryController;
import io.spillway.ui.alarms.RatesController;
import io.spillway.ui.alarms.RulesController;
import io.spillway.ui.board.ActionsController;
import io.spillway.ui.board.BoardController;
import io.spillway.ui.board.FleetBarController;
import io.spillway.ui.board.FleetController;
import io.spillway.ui.board.LeaseRowController;
import io.spillway.ui.board.PlotsController;
import io.spillway.ui.board.ReliefCardController;
import io.spillway.ui.board.ReliefController;
import io.spillway.ui.board.SourceRowController;
import io.spillway.ui.board.SourcesController;
import io.spillway.ui.kit.Acts;
import io.spillway.ui.kit.Motion;
import io.spillway.ui.kit.Navigator;
import io.spillway.ui.kit.ViewLoader;
import io.spillway.ui.plan.ConsentController;
import io.spillway.ui.plan.PlanController;
import io.spillway.ui.plan.UndoController;
import io.spillway.ui.servers.ServerSheetController;
import io.spillway.ui.servers.ServersController;
import io.spillway.ui.setup.FilesController;
import io.spillway.ui.setup.ProveController;
import io.spillway.ui.setup.RoomController;
import io.spillway.ui.setup.SetupController;
import io.spillway.ui.sound.SoundController;
import io.spillway.ui.traffic.DriftController;
import io.spillway.ui.traffic.GatesController;
import io.spillway.ui.traffic.LeaseActs;
import io.spillway.ui.traffic.LeasesController;
import io.spillway.ui.traffic.PreviewController;
import io.spillway.ui.traffic.StandbyController;
import io.spillway.ui.traffic.TrafficController;
import io.spillway.ui.why.WhyController;
import io.spillway.ui.why.WhySheetController;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/// Which controller is built how: the only place that knows them all.
final class ConsoleGraph {
    private ConsoleGraph() {}

    /// @param user who sits at this workstation
    static ViewLoader loader(
            Acts acts,
            Navigator navigator,
            Motion motion,
            FirstRunOffer offer,
            Supplier<String> user) {
        Map<Class<?>, Supplier<?>> map = new HashMap<>();
        ViewLoader loader = new ViewLoader(map);
        map.put(ShellController.class, ShellController::new);
        map.put(HeaderController.class, () -> new HeaderController(navigator, motion));
        map.put(RailController.class, () -> new RailController(navigator));
        map.put(OperateController.class, () -> new OperateController(acts, navigator));
        map.put(PaletteController.class, () -> new PaletteController(navigator));
        map.put(KeyMapController.class, () -> new KeyMapController(navigator));
        map.put(FirstRunController.class, () -> new FirstRunController(offer));
        map.put(ConnectController.class, () -> new ConnectController(offer));
        map.put(BoardController.class, BoardController::new);
        map.put(PlotsController.class, () -> new PlotsController(acts, navigator));
        map.put(FleetController.class, () -> new FleetController(navigator));
        map.put(FleetBarController.class, () -> new FleetBarController(navigator));
        map.put(ReliefController.class, () -> new ReliefController(loader));
        map.put(ReliefCardController.class, () -> new ReliefCardController(navigator));
        map.put(ActionsController.class, () -> new ActionsController(loader));
        map.put(LeaseRowController.class, () -> new LeaseRowController(navigator));
        map.put(WhyController.class, () -> new WhyController(navigator));
        map.put(WhySheetController.class, () -> new WhySheetController(navigator));
        map.put(SourcesController.class, () -> new SourcesController(loader, navigator));
        map.put(SourceRowController.class, SourceRowController::new);
        map.put(ServersController.class, () -> new ServersController(navigator));
        map.put(ServerSheetController.class, () -> new ServerSheetController(acts, navigator));
        AlarmActs alarmActs = new AlarmActs(acts, user);
        map.put(SoundController.class, () -> new SoundController(alarmActs::silence));
        map.put(
                AlarmStripController.class,
                () -> new AlarmStripController(alarmActs, navigator, motion));
        map.put(AlarmsController.class, () -> new AlarmsController(alarmActs, motion));
        map.put(AlarmPaneController.class, () -> new AlarmPaneController(alarmActs, navigator));
        map.put(AsideFormController.class, () -> new AsideFormController(alarmActs));
        map.put(RatesController.class, RatesController::new);
        map.put(HistoryController.class, () -> new HistoryController(alarmActs));
        map.put(FiguresController.class, FiguresController::new);
        map.put(RulesController.class, () -> new RulesController(alarmActs));
        traffic(map, acts, navigator);
        map.put(SetupController.class, () -> new SetupController(offer.facts()));
        map.put(ProveController.class, () -> new ProveController(acts));
        map.put(RoomController.class, () -> new RoomController(offer.facts()));
        map.put(FilesController.class, () -> new FilesController(offer.facts()));
        map.put(PlanController.class, () -> new PlanController(acts, navigator));
        map.put(ConsentController.class, () -> new ConsentController(acts, navigator));
        map.put(UndoController.class, () -> new UndoController(acts, navigator));
        return loader;
    }

    private static void traffic(Map<Class<?>, Supplier<?>> map, Acts acts, Navigator navigator) {
        map.put(TrafficController.class, TrafficController::new);
        map.put(GatesController.class, GatesController::new);
        map.put(PreviewController.class, () -> new PreviewController(acts, navigator));
        map.put(StandbyController.class, StandbyController::new);
        map.put(LeasesController.class, () -> new LeasesController(new LeaseActs(acts, navigator)));
        map.put(DriftController.class, () -> new DriftController(new LeaseActs(acts, navigator)));
    }
}

package io.spillway.ui;

import io.spillway.desk.Command;
import io.spillway.desk.PlanRequest;
import io.spillway.desk.Reply;
import io.spillway.fleet.Server;
import io.spillway.relief.Plan;
import io.spillway.ui.kit.Navigator;
import io.spillway.ui.kit.Screen;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Leads nowhere, and remembers where to it was asked.
final class Visits implements Navigator {
    final List<PlanRequest> planned = new ArrayList<>();
    List<Server> servers = List.of();

    @Override
    public void openCommands() {}

    @Override
    public void openWhy() {}

    @Override
    public void inspect(String name) {}

    @Override
    public void show(Screen screen) {}

    @Override
    public void openPlan(String pool) {}

    @Override
    public void openPlan(Plan plan) {}

    @Override
    public void openPlan(PlanRequest request) {
        planned.add(request);
    }

    @Override
    public void openConsent(Command.Apply apply, Reply asked, Consumer<Reply> done) {}

    @Override
    public void openUndo(String lease) {}

    @Override
    public void openOperate() {}

    @Override
    public void openServer(String name) {}

    @Override
    public void openServers(List<Server> chosen) {
        servers = chosen;
    }

    @Override
    public void closeSheet() {}
}

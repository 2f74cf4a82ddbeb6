package io.spillway.ui.kit;

import io.spillway.desk.Command;
import io.spillway.desk.PlanRequest;
import io.spillway.desk.Reply;
import io.spillway.fleet.Server;
import io.spillway.relief.Plan;
import java.util.List;
import java.util.function.Consumer;

/// Where a control may lead. Calls are for the FX thread.
public interface Navigator {
    /// Goes to a screen.
    void show(Screen screen);

    /// Opens the sheet of the pool's plan; says so there if none would help.
    void openPlan(String pool);

    /// Opens the sheet of a plan.
    void openPlan(Plan plan);

    /// Opens the sheet of a plan that the desk is asked for.
    void openPlan(PlanRequest request);

    /// Asks a second operator to agree to an act.
    ///
    /// @param asked what the desk said when the act was sent without
    /// @param done called with the desk's answer once the act was done
    void openConsent(Command.Apply apply, Reply asked, Consumer<Reply> done);

    /// Opens the preview of taking an act back.
    ///
    /// @param lease the act's id; empty for the newest in force
    void openUndo(String lease);

    /// Asks for the operator's name, or offers to go back to Observe.
    void openOperate();

    /// Goes to a server in the table of all servers.
    void openServer(String name);

    /// Goes to these servers in the table of all servers.
    void openServers(List<Server> servers);

    /// Opens what is known of a server.
    void inspect(String name);

    /// Opens what is known of why the load is as it is.
    void openWhy();

    /// Opens the command palette.
    void openCommands();

    /// Closes the topmost sheet.
    void closeSheet();
}

package io.spillway.app.cli;

import io.spillway.desk.Command.Undo;
import picocli.CommandLine.Command;

/// Takes an act back.
@Command(name = "undo", description = "Takes an act back, and reads back that it is.")
final class UndoCommand extends OnActCommand {
    UndoCommand(Context context, CommonOptions common) {
        super(context, common);
    }

    @Override
    io.spillway.desk.Command command() {
        return new Undo(id, who.name(), false);
    }

    @Override
    Settling settling() {
        return Settling.BACK;
    }
}

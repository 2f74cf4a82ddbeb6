package io.spillway.desk;

import io.spillway.action.operator.Role;

/// What each command needs of whoever sends it. A command that is missing here does not compile.
final class Roles {
    private Roles() {}

    /// The role that a command needs.
    static Role of(Command command) {
        return switch (command) {
            case Command.Signed c -> of(c.act());
            case Command.Observe _,
                    Command.MakePlan _,
                    Command.AlarmHistory _,
                    Command.PastWindow _,
                    Command.ServerPast _,
                    Command.BackTestRule _,
                    Command.Sound _ ->
                    Role.VIEW;
            case Command.Operate _,
                    Command.Apply _,
                    Command.Undo _,
                    Command.OnLease _,
                    Command.OnAlarms _ ->
                    Role.OPERATE;
            case Command.SaveRule _ -> Role.ADMIN;
        };
    }

    /// In whose name a command is sent, empty where it needs none.
    static String author(Command command) {
        return switch (command) {
            case Command.Signed c -> author(c.act());
            case Command.Operate c -> c.operator();
            case Command.Apply c -> c.operator();
            case Command.Undo c -> c.operator();
            case Command.OnLease c -> c.operator();
            case Command.OnAlarms c -> c.act().operator();
            case Command.SaveRule c -> c.operator();
            case Command.Observe _,
                    Command.MakePlan _,
                    Command.AlarmHistory _,
                    Command.PastWindow _,
                    Command.ServerPast _,
                    Command.BackTestRule _,
                    Command.Sound _ ->
                    "";
        };
    }

    /// True if a command may rest on the Operate mode that somebody entered by a secret.
    static boolean window(Command command) {
        return switch (command) {
            case Command.Apply c -> c.window();
            case Command.Undo c -> c.window();
            case Command.OnLease c -> c.window();
            case Command.OnAlarms _, Command.SaveRule _ -> true;
            default -> false;
        };
    }
}

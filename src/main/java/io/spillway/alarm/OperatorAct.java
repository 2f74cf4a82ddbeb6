package io.spillway.alarm;

import java.util.List;

/// What an operator does about alarms. None of it changes traffic.
public sealed interface OperatorAct {
    /// Who does it.
    String operator();

    /// I have these.
    record Acknowledge(List<String> ids, String operator) implements OperatorAct {
        public Acknowledge {
            ids = List.copyOf(ids);
        }
    }

    /// Put these aside.
    ///
    /// @param millis for how long; 0 for until the next return to normal
    /// @param reason must say something
    record Shelve(List<String> ids, long millis, String reason, String operator)
            implements OperatorAct {
        public Shelve {
            ids = List.copyOf(ids);
        }
    }

    /// Take these back off the shelf.
    record Unshelve(List<String> ids, String operator) implements OperatorAct {
        public Unshelve {
            ids = List.copyOf(ids);
        }
    }

    /// Sound off for what rings now; nothing is acknowledged by it.
    record Silence(String operator) implements OperatorAct {}

    /// These do not count until put back: the server is being repaired, the rule is wrong.
    ///
    /// @param reason must say something
    record TakeOut(List<String> ids, String reason, String operator) implements OperatorAct {
        public TakeOut {
            ids = List.copyOf(ids);
        }
    }

    /// These count again.
    record PutBack(List<String> ids, String operator) implements OperatorAct {
        public PutBack {
            ids = List.copyOf(ids);
        }
    }
}

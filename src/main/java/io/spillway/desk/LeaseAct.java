package io.spillway.desk;

/// What an operator decides about an act in force.
public enum LeaseAct {
    /// Its end is taken away.
    KEEP,
    /// The same, and it becomes part of the balancers' configuration: the answer says what to write
    /// there.
    PERMANENT,
    /// It goes on for as long again as it was given at first.
    EXTEND,
    /// It is given back now, step by step.
    END,
    /// What is missing of it is sent.
    FINISH,
    /// What balancers no longer hold of it is sent again.
    REAPPLY,
    /// What balancers hold otherwise is left so.
    ACCEPT;

    /// The stable word used on the command line.
    public String word() {
        return switch (this) {
            case KEEP -> "keep";
            case PERMANENT -> "permanent";
            case EXTEND -> "extend";
            case END -> "end";
            case FINISH -> "finish";
            case REAPPLY -> "reapply";
            case ACCEPT -> "accept";
        };
    }
}

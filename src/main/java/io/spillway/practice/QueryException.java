package io.spillway.practice;

/// A request that the metrics interface refuses. The message says why.
final class QueryException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    QueryException(String reason) {
        super(reason);
        this.reason = reason;
    }

    /// One sentence for the error answer.
    String reason() {
        return reason;
    }

    /// The refusal of everything that only a real engine can answer.
    static QueryException noEngine(String why) {
        return new QueryException(
                "the practice fleet is no PromQL engine: "
                        + why
                        + "; it answers the default queries, up, timestamp() and plain selectors,"
                        + " ask a real Prometheus for more");
    }
}

package io.spillway.practice;

/// Classes of responses, as HAProxy counts them.
enum StatusCode {
    C1("1xx", 0),
    C2("2xx", 0.93),
    C3("3xx", 0.05),
    C4("4xx", 0.02),
    C5("5xx", 0),
    OTHER("other", 0);

    final String label;

    /// Share of the responses that are no errors of a server.
    private final double share;

    StatusCode(String label, double share) {
        this.label = label;
        this.share = share;
    }

    double count(double answered, double failed) {
        return this == C5 ? failed : share * Math.max(0, answered - failed);
    }
}

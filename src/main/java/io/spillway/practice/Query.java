package io.spillway.practice;

/// A query as understood.
///
/// @param expr what is asked
/// @param window the longest window in it, milliseconds; 0 if there is none
record Query(Expr expr, long window) {
    static Query parse(String text) throws QueryException {
        return new QueryParser(text).parse();
    }
}

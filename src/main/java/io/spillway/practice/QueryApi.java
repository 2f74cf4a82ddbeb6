package io.spillway.practice;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// Turns a query request into the values to answer with. Safe for any thread.
final class QueryApi {
    /// How far back the computed past reaches before the start.
    static final long PAST_MILLIS = 28L * 86_400_000;

    private static final long LOOKBACK_MILLIS = 300_000;
    private static final long MOST_POINTS = 11_000;
    private static final long MOST_VALUES = 5_000_000;

    private final Model model;
    private final DefaultQueries defaults;
    private final Selectors selectors;

    QueryApi(Model model) {
        this.model = model;
        defaults = new DefaultQueries(model);
        selectors = new Selectors(model);
    }

    /// @param times epoch milliseconds, rising
    /// @param values `[time][series]`, NaN where there is nothing
    record Table(List<Series> series, long[] times, double[][] values) {}

    /// One time: as given, else the latest step.
    Table instant(Map<String, String> form) throws QueryException {
        String time = form.getOrDefault("time", "");
        long at = time.isEmpty() ? model.tape.latest().time() : Spans.time("time", time);
        return evaluate(form, new long[] {at});
    }

    /// Many times, evenly spaced.
    Table range(Map<String, String> form) throws QueryException {
        long start = Spans.time("start", form.getOrDefault("start", ""));
        long end = Spans.time("end", form.getOrDefault("end", ""));
        long step = Spans.step(form.getOrDefault("step", ""));
        if (end < start) {
            throw new QueryException(
                    "invalid parameter \"end\": end timestamp must not be before start time");
        }
        if (step <= 0) {
            throw new QueryException(
                    "invalid parameter \"step\": zero or negative query resolution step widths are"
                            + " not accepted. Try a positive integer");
        }
        long points = (end - start) / step;
        if (points > MOST_POINTS) {
            throw new QueryException(
                    "exceeded maximum resolution of 11,000 points per timeseries. Try decreasing"
                            + " the query resolution (?step=XX)");
        }
        return evaluate(
                form, LongStream.rangeClosed(0, points).map(i -> start + i * step).toArray());
    }

    private Table evaluate(Map<String, String> form, long[] times) throws QueryException {
        Query query = Query.parse(form.getOrDefault("query", ""));
        List<Series> series = series(query.expr());
        if ((long) series.size() * times.length > MOST_VALUES) {
            throw QueryException.noEngine(
                    "%d series of %d points are more than it computes at once"
                            .formatted(series.size(), times.length));
        }
        long newest = model.tape.latest().time() + LOOKBACK_MILLIS;
        double[][] values = new double[times.length][series.size()];
        for (int t = 0; t < times.length; t++) {
            boolean known = times[t] >= model.start - PAST_MILLIS && times[t] <= newest;
            Moment moment = new Moment(model, times[t], Math.max(1, query.window()));
            for (int s = 0; s < values[t].length; s++) {
                values[t][s] = known ? series.get(s).value().applyAsDouble(moment) : Double.NaN;
            }
        }
        return new Table(series, times, values);
    }

    private List<Series> series(Expr expr) throws QueryException {
        @Nullable List<Series> known = defaults.find(expr);
        if (known != null) {
            return known;
        }
        if (expr instanceof Expr.Selector selector && !selector.ranged()) {
            return selectors.find(selector);
        }
        if (expr instanceof Expr.Call call
                && call.function().equals("timestamp")
                && call.argument() instanceof Expr.Selector selector
                && !selector.ranged()) {
            return selectors.find(selector).stream().map(QueryApi::sampledAt).toList();
        }
        throw QueryException.noEngine("it does not compute this expression");
    }

    private static Series sampledAt(Series of) {
        of.labels().remove("__name__");
        return new Series(of.labels(), moment -> moment.sampledAt() / 1000.0);
    }
}

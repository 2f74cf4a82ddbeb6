package io.spillway.desk;

import io.spillway.fleet.Metric;
import io.spillway.fleet.Pool;
import io.spillway.history.Fill;
import io.spillway.history.Resolution;
import io.spillway.source.PastSource;
import io.spillway.source.PastSource.Question;
import io.spillway.source.SourceException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;

/// Learns the past of the pools from a source that remembers: requests and CPU of the last hour and
/// the last day, then the requests of 28 days. The newest comes first, so that the plots are there
/// soon. One question at a time: the polls go to the same engine.
final class BackFill {
    private static final long MINUTE = Resolution.MINUTE.step();
    private static final long TEN = Resolution.TEN_SECONDS.step();
    private static final long HOUR = 60 * MINUTE;
    private static final int WEEK_OF_MINUTES = 7 * 24 * 60;

    /// Values that the engine may have to hold for one question, of its own limit of 50 million.
    private static final int MOST_HELD = 20_000_000;

    /// Series that an exporter is likely to have for one server: six codes, two balancers.
    private static final int LIKELY_SERIES = 12;

    /// Values of single servers in one answer, and in all answers of the day together.
    private static final int MOST_ANSWERED = 1_000_000;

    private static final int MOST_OF_DAY = 3_000_000;

    /// How often a question that fails is asked by halves.
    private static final int HALVES = 3;

    private final PastSource source;
    private final Roster roster;
    private final List<Pool> pools;
    private final Consumer<List<Fill>> found;
    private boolean byServer;

    /// @param roster of this object alone
    /// @param found gets what is learnt, on the thread that runs this
    BackFill(PastSource source, Roster roster, List<Pool> pools, Consumer<List<Fill>> found) {
        this.source = source;
        this.roster = roster;
        this.pools = pools;
        this.found = found;
    }

    /// Asks for everything up to a time.
    ///
    /// @param now epoch milliseconds
    /// @param known hours since the epoch of whose minutes nothing needs to be learnt
    /// @throws SourceException if the source fails; what was found before has been handed over
    void run(long now, BitSet known) throws SourceException {
        int servers = Math.max(1, roster.servers().size());
        long coarse = 30_000L * Math.ceilDiv(servers, MOST_OF_DAY / 2_880);
        load(now, TEN, HOUR, Resolution.TEN_SECONDS);
        cpu(now, Math.min(coarse, TEN * Math.ceilDiv(servers, MOST_OF_DAY / 360)), HOUR);
        load(now, 30_000, 24 * HOUR, Resolution.TEN_SECONDS);
        cpu(now, coarse, 24 * HOUR);
        month(now, known);
    }

    private void load(long now, long step, long span, Resolution resolution)
            throws SourceException {
        long end = now / step * step;
        long from = end - span;
        while (end > from) {
            end = requests(end, step, (int) ((end - from) / step), resolution, found);
        }
    }

    /// The month a week at a time: whoever learns from it need not learn anew after every answer.
    private void month(long now, BitSet known) throws SourceException {
        List<Fill> week = new ArrayList<>();
        long end = now / MINUTE * MINUTE;
        long from = end - Resolution.MINUTE.span();
        long handed = end;
        while (end > from) {
            if (known.get((int) ((end - 1) / HOUR))) {
                end = Math.max(from, (end - 1) / HOUR * HOUR);
                continue;
            }
            int hour = known.previousSetBit((int) ((end - 1) / HOUR));
            long begin = Math.max(from, (hour + 1) * HOUR);
            end =
                    requests(
                            end,
                            MINUTE,
                            (int) ((end - begin) / MINUTE),
                            Resolution.MINUTE,
                            week::addAll);
            if (handed - end >= WEEK_OF_MINUTES * MINUTE) {
                found.accept(List.copyOf(week));
                week.clear();
                handed = end;
            }
        }
        found.accept(List.copyOf(week));
    }

    /// Asks for some of the steps before a time.
    ///
    /// @return when those begin
    private long requests(
            long end, long step, int steps, Resolution resolution, Consumer<List<Fill>> to)
            throws SourceException {
        int servers = Math.max(1, roster.servers().size());
        int most = byServer ? MOST_ANSWERED / servers : MOST_HELD / LIKELY_SERIES / servers;
        int points = Math.min(steps, Math.clamp(most, 60, WEEK_OF_MINUTES));
        for (int half = 0; ; half++) {
            long begin = end - points * step;
            try {
                PoolSums sums =
                        sums(new Question(Metric.REQUESTS, !byServer, begin + step, step, points));
                to.accept(sums.fills(resolution, begin, (int) (step / resolution.step())));
                return begin;
            } catch (SourceException e) {
                giveUp(half, points, e);
                points /= 2;
            }
        }
    }

    private static void giveUp(int half, int points, SourceException e) throws SourceException {
        if (half == HALVES || points < 2 || Thread.currentThread().isInterrupted()) {
            throw e;
        }
    }

    private PoolSums sums(Question question) throws SourceException {
        PoolSums sums = new PoolSums(pools, question.points());
        if (question.summed()) {
            boolean[] unclear = new boolean[1];
            source.past(
                    question, (labels, values) -> unclear[0] |= !sums.addBackend(labels, values));
            if (!unclear[0]) {
                return sums;
            }
            byServer = true;
            return sums(
                    new Question(
                            question.metric(),
                            false,
                            question.start(),
                            question.step(),
                            question.points()));
        }
        source.past(question, (labels, values) -> sums.addServers(roster, labels, values));
        return sums;
    }

    private void cpu(long now, long step, long span) throws SourceException {
        int servers = Math.max(1, roster.servers().size());
        int most = Math.clamp(MOST_ANSWERED / servers, 30, Question.MOST_POINTS);
        long end = now / step * step;
        long from = end - span;
        int half = 0;
        while (end > from) {
            int points = Math.clamp((end - from) / step, 1, most);
            long begin = end - points * step;
            PoolSpread spread = new PoolSpread(roster, pools, points);
            try {
                source.past(
                        new Question(Metric.CPU, false, begin + step, step, points), spread::add);
            } catch (SourceException e) {
                giveUp(half++, points, e);
                most = Math.max(1, points / 2);
                continue;
            }
            found.accept(
                    spread.fills(Metric.CPU, Resolution.TEN_SECONDS, begin, (int) (step / TEN)));
            end = begin;
        }
    }
}

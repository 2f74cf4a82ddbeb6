package io.spillway.source.prometheus;

import io.spillway.fleet.Metric;
import io.spillway.fleet.ProcessShare;
import io.spillway.source.MetricSource;
import io.spillway.source.PastSource;
import io.spillway.source.Sample;
import io.spillway.source.SourceException;
import io.spillway.source.SourceReport;
import io.spillway.wire.http.HttpClients;
import io.spillway.wire.http.Login;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Reads a fleet's metrics from Prometheus, or from an engine with its query API. One thread at a
/// time may poll, and one may ask for the past; [#clockSkew] may be asked by any.
public final class PrometheusSource implements MetricSource, PastSource {
    private static final String UP = "up";
    private static final String UP_TIME = "timestamp(up)";
    private static final EngineAlerts.Told NO_ALERTS = new EngineAlerts.Told(List.of(), "");
    private static final String PRACTICE = "spillway-practice";

    private final PrometheusSettings settings;
    private final PrometheusApi api;
    private final Trouble trouble;
    private final ScrapeLearner learner;
    private final PrometheusPast past;
    private final Map<Metric, MetricQuery> queries;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final EngineClock clock = new EngineClock();
    private final Map<Metric, SampleMaker> makers = new EnumMap<>(Metric.class);
    private final AtomicReference<@Nullable Duration> skew = new AtomicReference<>();
    private final @Nullable Processes processes;
    private final @Nullable EngineAlerts alerts;
    private Map<String, Outcome> last = Map.of();
    private volatile Scraping scraping = new Scraping(Map.of(), Map.of());
    private volatile boolean rightWorld;

    /// @throws SourceException if the CA file is of no use
    public PrometheusSource(PrometheusSettings settings, HttpClients clients)
            throws SourceException {
        this.settings = settings;
        this.queries = settings.allQueries();
        HttpUrl url = HttpUrl.get(settings.url().toString());
        boolean login = !(settings.access().login() instanceof Login.None);
        this.trouble = new Trouble(settings.url().toString(), settings.access().deadline(), login);
        try {
            this.api = new PrometheusApi(clients.client(url, settings.access()), url);
        } catch (IOException e) {
            throw new SourceException(String.valueOf(e.getMessage()), e);
        }
        this.past = new PrometheusPast(api, trouble, settings);
        this.learner = new ScrapeLearner(api, queries, executor);
        this.processes = settings.practice() ? null : new Processes(api, executor);
        this.alerts =
                settings.practice() ? null : new EngineAlerts(api, trouble, settings, executor);
        for (Metric metric : queries.keySet()) {
            makers.put(metric, new SampleMaker());
        }
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public String kind() {
        return "prometheus";
    }

    /// How far the engine's clock is ahead of the desk's; null before the first answer, and in
    /// practice, where both are the same.
    @Override
    public @Nullable Duration clockSkew() {
        return settings.practice() ? null : skew.get();
    }

    @Override
    public SourceReport poll(Instant now) throws SourceException {
        Deadline deadline = Deadline.in(settings.access().deadline());
        try {
            if (!rightWorld) {
                checkWorld(deadline);
            }
            Scraping learnt = learner.scraping(now, deadline);
            scraping = learnt;
            List<ResolvedQuery> resolved = resolve(learnt);
            last = ask(resolved, deadline);
            Findings findings = new Findings(trouble.engine());
            List<Sample> samples = samples(resolved, learnt, findings, now.toEpochMilli());
            List<ProcessShare> busiest =
                    processes == null ? List.of() : processes.busiest(now, learnt.window());
            EngineAlerts.Told told = alerts == null ? NO_ALERTS : alerts.latest(now);
            findings.also(told.message());
            return new SourceReport(
                    samples,
                    null,
                    List.of(),
                    List.of(),
                    busiest,
                    told.alerts(),
                    findings.message());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceException(trouble.engine() + " was not waited for: try again.", e);
        } catch (SourceException e) {
            rightWorld = false;
            learner.hurry();
            throw e;
        }
    }

    @Override
    public void past(Question question, Sink sink) throws SourceException {
        if (!rightWorld) {
            checkWorld(Deadline.in(settings.access().deadline()));
        }
        past.ask(question, scraping, PrometheusPast.ahead(clockSkew()), sink);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }

    private void checkWorld(Deadline deadline) throws SourceException {
        boolean practice;
        try {
            practice = api.version(deadline).equals(PRACTICE);
        } catch (IOException | JacksonException e) {
            throw trouble.exception("its version", e);
        }
        if (practice != settings.practice()) {
            throw new SourceException(
                    trouble.engine()
                            + (practice
                                    ? " is a practice fleet's: start Spillway with --practice, or"
                                            + " correct the address."
                                    : " is a real one and this is practice: leave practice to"
                                            + " read it."));
        }
        rightWorld = true;
    }

    private List<ResolvedQuery> resolve(Scraping learnt) {
        List<ResolvedQuery> resolved = new ArrayList<>();
        queries.forEach((m, q) -> resolved.add(ResolvedQuery.of(m, q, learnt.window(m))));
        return resolved;
    }

    private Map<String, Outcome> ask(List<ResolvedQuery> resolved, Deadline deadline)
            throws InterruptedException {
        Map<String, String> purposes = new HashMap<>();
        List<String> order = new ArrayList<>();
        for (ResolvedQuery query : resolved) {
            order.add(query.value());
            purposes.putIfAbsent(query.value(), query.word());
        }
        for (ResolvedQuery query : resolved) {
            String time = query.timeFromUp() ? UP_TIME : query.time();
            order.add(time);
            purposes.putIfAbsent(time, "the sample times of " + query.word());
        }
        order.add(UP);
        purposes.putIfAbsent(UP, UP);
        Round round = new Round(api, trouble, deadline);
        for (String query : order) {
            Outcome previous = last.get(query);
            Answer answer = previous == null ? null : previous.answer();
            round.ask(executor, query, purposes.getOrDefault(query, ""), answer);
        }
        return round.await();
    }

    private List<Sample> samples(
            List<ResolvedQuery> resolved, Scraping learnt, Findings findings, long now)
            throws SourceException {
        findings.failures(resolved, last);
        findings.warnings(last.values());
        tellTime(now);
        List<Series> up = outcome(UP).series();
        List<Series> upTimes = outcome(UP_TIME).series();
        List<Sample> samples = new ArrayList<>();
        for (ResolvedQuery query : resolved) {
            Outcome values = outcome(query.value());
            Outcome times = outcome(query.timeFromUp() ? UP_TIME : query.time());
            if (values.answer() == null || times.answer() == null) {
                continue;
            }
            Metric metric = query.metric();
            SampleMaker maker = makers.computeIfAbsent(metric, _ -> new SampleMaker());
            MetricAnswers answers =
                    new MetricAnswers(
                            metric,
                            values.series(),
                            query.timeFromUp() ? null : times.series(),
                            new UpTargets(up, upTimes, learnt.jobs(metric)),
                            learnt.interval(metric));
            List<Sample> made = maker.make(answers, clock, now);
            samples.addAll(made);
            findings.metric(query.word(), maker);
            boolean old = findings.ages(made, answers, now);
            if (old || (!made.isEmpty() && learnt.jobless(metric))) {
                learner.hurry();
            }
        }
        findings.nothing(samples.isEmpty() && up.isEmpty());
        return samples;
    }

    private Outcome outcome(String query) {
        return last.getOrDefault(query, new Outcome(null, null));
    }

    /// The range of clocks is read from any answer: an instant answer tells when it was evaluated.
    private void tellTime(long now) {
        last.values().stream()
                .flatMap(o -> o.series().stream().limit(1))
                .mapToLong(Series::time)
                .max()
                .ifPresent(engine -> {
                    clock.saw(engine, now);
                    skew.set(Duration.ofMillis(clock.ahead()));
                });
    }
}

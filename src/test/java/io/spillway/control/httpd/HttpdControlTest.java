package io.spillway.control.httpd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.spillway.control.ControlException;
import io.spillway.fleet.AdminState;
import io.spillway.fleet.Knob;
import io.spillway.testing.HttpdServers;
import io.spillway.wire.httpd.ManagerPage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpdControlTest {
    private static final String BACKEND = "be_web";
    private static final String OTHERS =
            """
            <Proxy balancer://odd>
              BalancerMember http://127.0.0.1:9 route=fraction loadfactor=1.5
              BalancerMember http://127.0.0.1:10 route=spare status=+H
            </Proxy>
            ProxyPass /odd balancer://odd
            <Proxy balancer://sets>
              BalancerMember http://127.0.0.1:11 lbset=0
              BalancerMember http://127.0.0.1:12 lbset=1
            </Proxy>
            ProxyPass /sets balancer://sets
            """;

    private HttpdServers servers;
    private HttpdControl control;

    @BeforeAll
    void start() {
        servers = new HttpdServers("loadfactor=50", OTHERS);
        control = new HttpdControl("lb-1", servers.client());
    }

    @AfterAll
    void stop() {
        control.close();
        servers.close();
    }

    @BeforeEach
    void everythingAsConfigured() throws Exception {
        assertThat(control.write(BACKEND, asConfigured())).isEmpty();
    }

    private static Map<Knob, Integer> asConfigured() {
        Map<Knob, Integer> values = new LinkedHashMap<>();
        for (String server : new String[] {"s1", "s2", "s3"}) {
            values.put(Knob.weight(server), 50);
            values.put(Knob.state(server), AdminState.READY.ordinal());
        }
        return values;
    }

    private Map<Knob, String> write(Knob knob, int value) throws ControlException {
        return control.write(BACKEND, Map.of(knob, value));
    }

    @Test
    void weightsAreSetAndShareTheTraffic() throws Exception {
        Map<Knob, Integer> values =
                Map.of(Knob.weight("s1"), 100, Knob.weight("s2"), 1, Knob.weight("s3"), 99);
        assertThat(control.write(BACKEND, values)).isEmpty();
        assertThat(control.read(BACKEND)).containsAllEntriesOf(values);
        Map<String, Integer> answers = servers.answers(200);
        assertThat(answers.get("s1")).isBetween(98, 102);
        assertThat(answers.get("s3")).isBetween(97, 101);
    }

    @Test
    void statesComeAndGoWithoutTouchingWeights() throws Exception {
        for (AdminState state :
                new AdminState[] {
                    AdminState.DRAIN, AdminState.MAINT, AdminState.DRAIN, AdminState.READY
                }) {
            assertThat(write(Knob.state("s1"), state.ordinal())).isEmpty();
            assertThat(control.read(BACKEND))
                    .containsEntry(Knob.state("s1"), state.ordinal())
                    .containsEntry(Knob.weight("s1"), 50)
                    .containsEntry(Knob.state("s2"), AdminState.READY.ordinal());
            boolean served = servers.answers(30).containsKey("s1");
            assertThat(served).as(state.word()).isEqualTo(state == AdminState.READY);
        }
    }

    @Test
    void whatHttpdCannotDoIsRefusedWithAReason() throws Exception {
        Knob s1 = Knob.weight("s1");
        assertThat(write(s1, 0).get(s1)).contains("no weight 0; drain the server instead");
        assertThat(write(s1, 101).get(s1)).contains("from 1 to 100, not 101");
        Knob nobody = Knob.weight("s9");
        assertThat(write(nobody, 5).get(nobody)).contains("has no member s9");
        Knob maxconn = new Knob(Knob.Kind.MAXCONN, "s1");
        assertThat(write(maxconn, 5).get(maxconn)).contains("httpd has no maxconn");
        Knob gate = new Knob(Knob.Kind.SHED, "3");
        assertThat(control.write("", Map.of(gate, 500)).get(gate)).contains("httpd has no shed");
        assertThat(control.read("")).isEmpty();
        assertThat(control.read(BACKEND)).isEqualTo(asConfigured());

        Knob fraction = Knob.weight("fraction");
        assertThat(control.write("odd", Map.of(fraction, 5)).get(fraction))
                .contains("load factor 1.50");
        Knob spare = Knob.state("spare");
        assertThat(control.write("odd", Map.of(spare, 0)).get(spare)).contains("hot standby");
        assertThatThrownBy(() -> control.read("be_wbe"))
                .isInstanceOf(ControlException.class)
                .hasMessageStartingWith("lb-1: httpd at http://127.0.0.1:")
                .hasMessageEndingWith(
                        "has no balancer://be_wbe; correct the name of the pool's backend.");
    }

    @Test
    void whatIsRefusedDoesNotKeepTheRestFromBeingSet() throws Exception {
        Map<Knob, Integer> values = new LinkedHashMap<>();
        values.put(Knob.weight("s1"), 0);
        values.put(Knob.weight("s2"), 70);
        assertThat(control.write(BACKEND, values)).containsOnlyKeys(Knob.weight("s1"));
        assertThat(control.read(BACKEND)).containsEntry(Knob.weight("s2"), 70);
    }

    @Test
    void obstaclesAreFoundWithoutAChange() throws Exception {
        assertThat(control.obstacle(BACKEND)).isEmpty();
        assertThat(control.obstacle("odd")).get().asString().contains("load factor 1.50");
        assertThat(control.obstacle("sets")).get().asString().contains("the same lbset");
        assertThat(control.read(BACKEND)).isEqualTo(asConfigured());
    }

    @Test
    void aReloadBetweenReadingAndWritingIsOvercome() throws Exception {
        AtomicInteger posts = new AtomicInteger();
        try (var between =
                new Between(
                        servers,
                        form -> {
                            if (posts.incrementAndGet() == 1) {
                                reload();
                            }
                            return form;
                        })) {
            var through = new HttpdControl("lb-1", between.client());
            assertThat(through.write(BACKEND, Map.of(Knob.weight("s1"), 60))).isEmpty();
        }
        assertThat(posts).hasValue(2);
        assertThat(control.read(BACKEND)).containsEntry(Knob.weight("s1"), 60);
    }

    @Test
    void aChangeThatHttpdIgnoresIsNoticed() throws Exception {
        try (var between =
                new Between(servers, form -> form.replaceAll("nonce=[^&]*", "nonce=stale"))) {
            var through = new HttpdControl("lb-1", between.client());
            Knob knob = Knob.weight("s1");
            assertThat(through.write(BACKEND, Map.of(knob, 60)))
                    .containsExactly(
                            Map.entry(
                                    knob,
                                    "httpd ignored the change and still shows 50; see its error log"));
        }
        assertThat(control.read(BACKEND)).isEqualTo(asConfigured());
    }

    private void reload() {
        try {
            String before = nonce();
            servers.httpd.reload();
            await().until(() -> !nonce().equals(before));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private String nonce() throws Exception {
        return servers.client()
                .read()
                .balancer(BACKEND)
                .map(ManagerPage.Balancer::nonce)
                .orElseThrow();
    }
}

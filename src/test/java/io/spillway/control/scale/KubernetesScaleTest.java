package io.spillway.control.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.autoscaling.v1.Scale;
import io.fabric8.kubernetes.api.model.autoscaling.v1.ScaleBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerListBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.spillway.control.ControlException;
import io.spillway.control.ScaleControl;
import io.spillway.control.ScaleRequest;
import io.spillway.control.Scaled;
import io.spillway.control.scale.KubernetesTarget.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Against fabric8's mock server. It is a fake: it gives the answers that each test lays out, and
/// shows what was sent to it; it proves nothing about a real cluster.
@EnableKubernetesMockClient
class KubernetesScaleTest {
    private static final String APPS = "/apis/apps/v1/namespaces/shop/";
    private static final String HPAS =
            "/apis/autoscaling/v2/namespaces/shop/horizontalpodautoscalers";
    private static final String SCALE = APPS + "deployments/web/scale";
    private static final ScaleRequest SEVEN = new ScaleRequest("web", 5, 7, "surge");

    private final List<Scaled> intended = new ArrayList<>();

    // Set by the extension.
    @SuppressWarnings("NullAway.Init")
    KubernetesMockServer server;

    @SuppressWarnings("NullAway.Init")
    KubernetesClient client;

    private KubernetesScale control() {
        return new KubernetesScale(client, new KubernetesTarget(Kind.DEPLOYMENT, "shop", "web"));
    }

    private static Scale replicas(int replicas) {
        return new ScaleBuilder()
                .withNewMetadata()
                .withName("web")
                .withNamespace("shop")
                .endMetadata()
                .withNewSpec()
                .withReplicas(replicas)
                .endSpec()
                .build();
    }

    private static HorizontalPodAutoscaler autoscaler(
            String target, @Nullable Integer least, int most) {
        return new HorizontalPodAutoscalerBuilder()
                .withNewMetadata()
                .withName("keeper")
                .withNamespace("shop")
                .endMetadata()
                .withNewSpec()
                .withNewScaleTargetRef("apps/v1", "Deployment", target)
                .withMinReplicas(least)
                .withMaxReplicas(most)
                .endSpec()
                .build();
    }

    private void autoscalers(HorizontalPodAutoscaler... items) {
        server.expect()
                .get()
                .withPath(HPAS)
                .andReturn(200, new HorizontalPodAutoscalerListBuilder().withItems(items).build())
                .always();
    }

    private void answer(String path, Object... bodies) {
        for (Object body : bodies) {
            server.expect().get().withPath(path).andReturn(200, body).once();
        }
    }

    /// Methods, paths and bodies of what would change something.
    private List<String> changes() throws InterruptedException {
        List<String> changes = new ArrayList<>();
        for (int i = server.getRequestCount(); i > 0; i--) {
            var request = server.takeRequest();
            if (!request.getMethod().equals("GET")) {
                changes.add(
                        request.getMethod()
                                + " "
                                + request.getPath()
                                + " "
                                + request.getUtf8Body());
            }
        }
        return changes;
    }

    @Test
    void theScaleSubresourceIsSetAndReadBackAndSetAgainByUndo() throws Exception {
        autoscalers(autoscaler("other", 2, 9));
        answer(SCALE, replicas(5), replicas(7), replicas(7), replicas(5));
        server.expect().put().withPath(SCALE).andReturn(200, replicas(7)).times(2);
        Scaled done = control().scale(SEVEN, intended::add);
        assertThat(done).isEqualTo(new Scaled("web", "replicas", 5, 7, done.text()));
        assertThat(done.text()).isEqualTo("Deployment shop/web was set from 5 to 7 replicas.");
        assertThat(intended).containsExactly(new Scaled("web", "replicas", 5, 7, ""));
        assertThat(control().undo(done, "over").after()).isEqualTo(5);
        assertThat(changes())
                .satisfiesExactly(
                        put ->
                                assertThat(put)
                                        .startsWith("PUT " + SCALE)
                                        .contains("\"replicas\":7"),
                        put ->
                                assertThat(put)
                                        .startsWith("PUT " + SCALE)
                                        .contains("\"replicas\":5"));
    }

    @Test
    void whatHasMoreReplicasThanServersServeIsNotScaledDown() throws Exception {
        autoscalers();
        answer(SCALE, replicas(12));
        Scaled done = control().scale(SEVEN, intended::add);
        assertThat(done.before()).isEqualTo(done.after()).isEqualTo(12);
        assertThat(done.text()).isEqualTo("Deployment shop/web is to have 12 replicas already.");
        assertThat(intended).isEmpty();
        assertThat(changes()).isEmpty();
    }

    @Test
    void whereAnAutoscalerOwnsTheTargetItsMinimumIsRaisedInstead() throws Exception {
        autoscalers(autoscaler("web", null, 9));
        HorizontalPodAutoscaler raised = autoscaler("web", 7, 9);
        answer(HPAS + "/keeper", autoscaler("web", null, 9), raised, raised);
        server.expect().patch().withPath(HPAS + "/keeper").andReturn(200, raised).once();
        Scaled done = control().scale(SEVEN, intended::add);
        assertThat(done).isEqualTo(new Scaled("web", "minReplicas", 1, 7, done.text()));
        assertThat(changes())
                .singleElement()
                .asString()
                .startsWith("PATCH " + HPAS + "/keeper")
                .contains("minReplicas", "7")
                .doesNotContain("maxReplicas");
    }

    @Test
    void anAutoscalerThatKeepsMoreAlreadyIsLeft() throws Exception {
        autoscalers(autoscaler("web", 8, 9));
        Scaled done = control().scale(SEVEN, intended::add);
        assertThat(done.before()).isEqualTo(done.after()).isEqualTo(8);
        assertThat(intended).isEmpty();
        assertThat(changes()).isEmpty();
    }

    @Test
    void whatAnAutoscalerDoesNotAllowIsNotAskedFor() throws Exception {
        autoscalers(autoscaler("web", 2, 6));
        assertThatThrownBy(() -> control().scale(SEVEN, intended::add))
                .isInstanceOf(ControlException.class)
                .hasMessage(
                        "7 replicas are more than the 6 that the autoscaler keeper allows: raise"
                                + " its maxReplicas first.");
        assertThat(changes()).isEmpty();
    }

    @Test
    void undoLeavesWhatSomebodyElseChanged() throws Exception {
        autoscalers();
        answer(SCALE, replicas(6));
        Scaled left = control().undo(new Scaled("web", "replicas", 5, 7, ""), "over");
        assertThat(left.before()).isEqualTo(left.after()).isEqualTo(6);
        assertThat(left.text())
                .isEqualTo(
                        "replicas of Deployment shop/web is 6, not 7 as it was set: somebody"
                                + " changed it, so it is left.");
        assertThat(changes()).isEmpty();
    }

    @Test
    void undoOfWhatWasOnlyIntendedChangesNothing() throws Exception {
        autoscalers();
        answer(SCALE, replicas(5));
        assertThat(control().undo(new Scaled("web", "replicas", 5, 7, ""), "over").text())
                .isEqualTo("replicas of Deployment shop/web is 5 already.");
        assertThat(control().undo(new Scaled("web", "minReplicas", 5, 7, ""), "over").text())
                .contains("has no autoscaler any more");
        assertThat(changes()).isEmpty();
    }

    @Test
    void whatCannotBeWrittenDownIsNotSet() throws Exception {
        autoscalers();
        answer(SCALE, replicas(5));
        ScaleControl.Intent full =
                _ -> {
                    throw new ControlException("The disk is full.");
                };
        assertThatThrownBy(() -> control().scale(SEVEN, full)).hasMessage("The disk is full.");
        assertThat(changes()).isEmpty();
    }

    @Test
    void aValueThatDoesNotStayIsSaid() {
        autoscalers();
        answer(SCALE, replicas(5), replicas(5));
        server.expect().put().withPath(SCALE).andReturn(200, replicas(7)).once();
        assertThatThrownBy(() -> control().scale(SEVEN, intended::add))
                .hasMessageContaining("was set to 7 but reads back as 5");
    }

    @Test
    void refusalsSayWhatToDo() {
        server.expect().get().withPath(HPAS).andReturn(403, "no").once();
        assertThatThrownBy(() -> control().scale(SEVEN, intended::add))
                .hasMessage(
                        "Kubernetes, asked for Deployment shop/web, refuses it: allow scale and"
                                + " horizontalpodautoscalers to this account.");
        autoscalers();
        assertThatThrownBy(() -> control().scale(SEVEN, intended::add))
                .hasMessageContaining("does not know it: check namespace, kind and name");
    }
}

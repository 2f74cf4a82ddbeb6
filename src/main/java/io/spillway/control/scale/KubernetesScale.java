package io.spillway.control.scale;

import io.fabric8.kubernetes.api.model.autoscaling.v1.Scale;
import io.fabric8.kubernetes.api.model.autoscaling.v1.ScaleBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.CrossVersionObjectReference;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.Scalable;
import io.spillway.control.ControlException;
import io.spillway.control.ScaleControl;
import io.spillway.control.ScaleRequest;
import io.spillway.control.Scaled;
import java.util.Optional;

/// A workload in Kubernetes. Its scale subresource is set only where no horizontal pod autoscaler
/// owns it: there the autoscaler would set it back, and so its `minReplicas` is raised instead. All
/// that is set is read back.
public final class KubernetesScale implements ScaleControl {
    private final KubernetesClient client;
    private final KubernetesTarget target;

    /// @param client with its own deadline; closed with this
    public KubernetesScale(KubernetesClient client, KubernetesTarget target) {
        this.client = client;
        this.target = target;
    }

    @Override
    public String name() {
        return "Kubernetes " + target;
    }

    @Override
    public Scaled scale(ScaleRequest request, Intent intent) throws ControlException {
        try {
            Optional<HorizontalPodAutoscaler> owner = owner();
            return owner.isPresent()
                    ? raise(request.pool(), owner.get(), request.replicas(), intent)
                    : grow(request.pool(), request.replicas(), intent);
        } catch (KubernetesClientException e) {
            throw failed(e);
        }
    }

    @Override
    public Scaled undo(Scaled done, String reason) throws ControlException {
        try {
            if (done.field().equals(Scaled.MIN_REPLICAS)) {
                Optional<HorizontalPodAutoscaler> owner = owner();
                if (owner.isEmpty()) {
                    return stands(
                            done,
                            done.after(),
                            "%s has no autoscaler any more: set its replicas there."
                                    .formatted(target));
                }
                int value = minimum(owner.get());
                return value == done.after()
                        ? minimum(done.pool(), owner.get(), done.before())
                        : left(done, value);
            }
            Scale scale = scalable().scale();
            int value = present(scale);
            return value == done.after()
                    ? replicas(done.pool(), scale, done.before())
                    : left(done, value);
        } catch (KubernetesClientException e) {
            throw failed(e);
        }
    }

    @Override
    public void close() {
        client.close();
    }

    private Scaled left(Scaled done, int value) {
        String text =
                value == done.before()
                        ? "%s of %s is %d already.".formatted(done.field(), target, value)
                        : "%s of %s is %d, not %d as it was set: somebody changed it, so it is left."
                                .formatted(done.field(), target, value, done.after());
        return stands(done, value, text);
    }

    private static Scaled stands(Scaled done, int value, String text) {
        return new Scaled(done.pool(), done.field(), value, value, text);
    }

    /// Servers that are down or not in the balancers yet may be more than what is asked for: help
    /// must not stop them.
    private Scaled grow(String pool, int wanted, Intent intent) throws ControlException {
        Scale scale = scalable().scale();
        int before = present(scale);
        if (before >= wanted) {
            return new Scaled(
                    pool,
                    Scaled.REPLICAS,
                    before,
                    before,
                    "%s is to have %d replicas already.".formatted(target, before));
        }
        intent.tell(new Scaled(pool, Scaled.REPLICAS, before, wanted, ""));
        return replicas(pool, scale, wanted);
    }

    private Scaled replicas(String pool, Scale scale, int wanted) throws ControlException {
        int before = present(scale);
        Scale edited =
                new ScaleBuilder(scale).editOrNewSpec().withReplicas(wanted).endSpec().build();
        scalable().scale(edited);
        proved(Scaled.REPLICAS, wanted, present(scalable().scale()));
        return new Scaled(
                pool,
                Scaled.REPLICAS,
                before,
                wanted,
                "%s was set from %d to %d replicas.".formatted(target, before, wanted));
    }

    private Scaled raise(String pool, HorizontalPodAutoscaler owner, int wanted, Intent intent)
            throws ControlException {
        int most = owner.getSpec().getMaxReplicas();
        String name = owner.getMetadata().getName();
        if (wanted > most) {
            throw new ControlException(
                    ("%d replicas are more than the %d that the autoscaler %s allows:"
                                    + " raise its maxReplicas first.")
                            .formatted(wanted, most, name));
        }
        int before = minimum(owner);
        if (before >= wanted) {
            return new Scaled(
                    pool,
                    Scaled.MIN_REPLICAS,
                    before,
                    before,
                    "The autoscaler %s keeps at least %d replicas already."
                            .formatted(name, before));
        }
        intent.tell(new Scaled(pool, Scaled.MIN_REPLICAS, before, wanted, ""));
        return minimum(pool, owner, wanted);
    }

    private Scaled minimum(String pool, HorizontalPodAutoscaler owner, int wanted)
            throws ControlException {
        int before = minimum(owner);
        String name = owner.getMetadata().getName();
        Resource<HorizontalPodAutoscaler> autoscaler =
                client.autoscaling()
                        .v2()
                        .horizontalPodAutoscalers()
                        .inNamespace(target.namespace())
                        .withName(name);
        autoscaler.edit(hpa ->
                new HorizontalPodAutoscalerBuilder(hpa)
                        .editSpec()
                        .withMinReplicas(wanted)
                        .endSpec()
                        .build());
        proved(Scaled.MIN_REPLICAS, wanted, minimum(autoscaler.require()));
        return new Scaled(
                pool,
                Scaled.MIN_REPLICAS,
                before,
                wanted,
                "The autoscaler %s of %s keeps at least %d replicas now, before %d."
                        .formatted(name, target, wanted, before));
    }

    private void proved(String field, int wanted, int value) throws ControlException {
        if (value != wanted) {
            throw new ControlException(
                    "%s of %s was set to %d but reads back as %d: see who else changes it."
                            .formatted(field, target, wanted, value));
        }
    }

    private Optional<HorizontalPodAutoscaler> owner() {
        return client
                .autoscaling()
                .v2()
                .horizontalPodAutoscalers()
                .inNamespace(target.namespace())
                .list()
                .getItems()
                .stream()
                .filter(hpa -> owns(hpa.getSpec().getScaleTargetRef()))
                .findFirst();
    }

    private boolean owns(CrossVersionObjectReference reference) {
        return reference.getKind().equals(target.kind().word())
                && reference.getName().equals(target.name());
    }

    /// Kubernetes takes a missing minimum for 1.
    private static int minimum(HorizontalPodAutoscaler hpa) {
        Integer minimum = hpa.getSpec().getMinReplicas();
        return minimum == null ? 1 : minimum;
    }

    /// Kubernetes leaves out a 0.
    private static int present(Scale scale) {
        Integer replicas = scale.getSpec() == null ? null : scale.getSpec().getReplicas();
        return replicas == null ? 0 : replicas;
    }

    private Scalable<?> scalable() {
        var apps = client.apps();
        return switch (target.kind()) {
            case DEPLOYMENT ->
                    apps.deployments().inNamespace(target.namespace()).withName(target.name());
            case STATEFUL_SET ->
                    apps.statefulSets().inNamespace(target.namespace()).withName(target.name());
            case REPLICA_SET ->
                    apps.replicaSets().inNamespace(target.namespace()).withName(target.name());
        };
    }

    private ControlException failed(KubernetesClientException e) {
        String what =
                switch (e.getCode()) {
                    case 401, 403 ->
                            "refuses it: allow scale and horizontalpodautoscalers to this account";
                    case 404 -> "does not know it: check namespace, kind and name";
                    case 0 -> "cannot be reached: check the kubeconfig and that the API answers";
                    default -> "failed with %d: see its log".formatted(e.getCode());
                };
        return new ControlException("Kubernetes, asked for %s, %s.".formatted(target, what), e);
    }
}

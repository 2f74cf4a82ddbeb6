package io.spillway.control.scale;

/// What is scaled in Kubernetes.
///
/// @param kind what sort of workload
/// @param namespace where it lives
/// @param name its name
public record KubernetesTarget(Kind kind, String namespace, String name) {
    /// Workloads with a scale subresource.
    public enum Kind {
        DEPLOYMENT("Deployment"),
        STATEFUL_SET("StatefulSet"),
        REPLICA_SET("ReplicaSet");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /// As Kubernetes spells it.
        public String word() {
            return word;
        }
    }

    /// `Deployment shop/web`.
    @Override
    public String toString() {
        return kind.word() + " " + namespace + "/" + name;
    }
}

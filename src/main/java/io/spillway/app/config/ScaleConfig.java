package io.spillway.app.config;

import io.spillway.control.scale.KubernetesTarget;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What starts and stops servers of a pool.
public sealed interface ScaleConfig {
    /// How long one call may take.
    Duration deadline();

    /// A command of the site's own.
    ///
    /// @param command the program and its arguments, at least one
    record Command(List<String> command, Duration deadline) implements ScaleConfig {
        public Command {
            command = List.copyOf(command);
        }
    }

    /// A service of the site's own.
    ///
    /// @param login null for none
    /// @param ca null for the system's authorities
    record Webhook(URI address, @Nullable Login login, @Nullable Path ca, Duration deadline)
            implements ScaleConfig {}

    /// A workload in Kubernetes.
    ///
    /// @param kubeconfig null for the usual one, or the pod's own account
    /// @param context in the kubeconfig; empty for the current one
    record Kubernetes(
            KubernetesTarget target, @Nullable Path kubeconfig, String context, Duration deadline)
            implements ScaleConfig {}
}

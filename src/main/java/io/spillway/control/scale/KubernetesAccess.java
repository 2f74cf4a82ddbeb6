package io.spillway.control.scale;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How a cluster is reached.
public final class KubernetesAccess {
    private KubernetesAccess() {}

    /// A client that tries each request once. Nothing connects before it is used.
    ///
    /// @param kubeconfig null for the usual one, or the pod's own account
    /// @param context in the kubeconfig; empty for the current one
    /// @param deadline for each request
    /// @throws IOException with one sentence for operators if the kubeconfig is of no use
    public static KubernetesClient client(
            @Nullable Path kubeconfig, String context, Duration deadline) throws IOException {
        int millis = (int) deadline.toMillis();
        try {
            Config found = read(kubeconfig, context);
            Config config =
                    new ConfigBuilder(found)
                            .withConnectionTimeout(millis)
                            .withRequestTimeout(millis)
                            .withRequestRetryBackoffLimit(0)
                            .build();
            return new KubernetesClientBuilder().withConfig(config).build();
        } catch (KubernetesClientException | IllegalArgumentException e) {
            throw new IOException(
                    "the kubeconfig%s cannot be used: check it with kubectl"
                            .formatted(kubeconfig == null ? "" : " " + kubeconfig),
                    e);
        }
    }

    private static Config read(@Nullable Path kubeconfig, String context) {
        if (kubeconfig == null) {
            return context.isEmpty() ? new ConfigBuilder().build() : Config.autoConfigure(context);
        }
        return context.isEmpty()
                ? Config.fromKubeconfig(kubeconfig.toFile())
                : Config.fromKubeconfig(context, kubeconfig.toFile());
    }
}

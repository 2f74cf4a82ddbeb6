/// Ways to start and stop servers: a command, a webhook, Kubernetes.
@NullMarked
package io.spillway.control.scale;

import org.jspecify.annotations.NullMarked;

/// What an administrator needs before there is a fleet to look at: certificates, and HAProxy's part
/// of the configuration.
@NullMarked
package io.spillway.app.setup;

import org.jspecify.annotations.NullMarked;

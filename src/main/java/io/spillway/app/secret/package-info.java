/// Secrets by name: from the environment, else from the platform's key store, else from an
/// encrypted file. No value gets into a message, a log or the arguments of a process.
@NullMarked
package io.spillway.app.secret;

import org.jspecify.annotations.NullMarked;

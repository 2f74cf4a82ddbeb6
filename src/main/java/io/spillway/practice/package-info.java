/// The embedded practice fleet behind the real wire protocols.
@NullMarked
package io.spillway.practice;

import org.jspecify.annotations.NullMarked;

/// The embedded practice fleet: a model of servers under load, reachable only through the real wire
/// protocols on loopback, with a clock of its own. [PracticeFleet] is the way in.
@NullMarked
package io.spillway.practice;

import org.jspecify.annotations.NullMarked;

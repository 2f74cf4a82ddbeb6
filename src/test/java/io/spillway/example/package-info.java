/// How a further kind of balancer is added: an imaginary one, Sluice, whose API is two requests.
/// The page docs/adding-a-balancer.md walks through it.
@NullMarked
package io.spillway.example;

import org.jspecify.annotations.NullMarked;

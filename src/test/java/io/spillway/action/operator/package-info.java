@NullMarked
package io.spillway.action.operator;

import org.jspecify.annotations.NullMarked;

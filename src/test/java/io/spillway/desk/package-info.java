@NullMarked
package io.spillway.desk;

import org.jspecify.annotations.NullMarked;

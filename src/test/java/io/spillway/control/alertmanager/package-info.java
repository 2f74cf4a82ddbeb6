@NullMarked
package io.spillway.control.alertmanager;

import org.jspecify.annotations.NullMarked;

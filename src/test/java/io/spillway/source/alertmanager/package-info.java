@NullMarked
package io.spillway.source.alertmanager;

import org.jspecify.annotations.NullMarked;

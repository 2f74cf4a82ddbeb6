/// The configuration file: read, checked line by line, and handed on as immutable records.
@NullMarked
package io.spillway.app.config;

import org.jspecify.annotations.NullMarked;

/// What commands print: JSON with stable fields, and tables for people.
@NullMarked
package io.spillway.app.output;

import org.jspecify.annotations.NullMarked;

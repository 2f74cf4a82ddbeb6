/// Who may do what: operators with secrets and roles of their own, and the second person for acts
/// beyond the guards.
@NullMarked
package io.spillway.action.operator;

import org.jspecify.annotations.NullMarked;

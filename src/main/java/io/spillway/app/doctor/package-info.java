/// What `spillway doctor` looks at beside the endpoints: the machine, the state folder, fonts and
/// sound; and the bundle for support, from which secrets are taken out.
@NullMarked
package io.spillway.app.doctor;

import org.jspecify.annotations.NullMarked;

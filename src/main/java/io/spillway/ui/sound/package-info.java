/// What alarms sound like, and how a workstation says so when its window is not looked at.
@NullMarked
package io.spillway.ui.sound;

import org.jspecify.annotations.NullMarked;

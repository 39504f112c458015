/// Detection rules as keyed state machines: readings in, in the order of a log; transitions out.
///
/// A [RuleMachine] runs one rule for any number of sensors. It knows no clock: time is what the log says. The same log
/// gives the same transitions with the same ids, however it is cut by snapshots.
@NullMarked
package org.luoshi.stream.machine;

import org.jspecify.annotations.NullMarked;

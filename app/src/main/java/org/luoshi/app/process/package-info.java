/// Wiring of processes: the engine after the start, synthetic cases.
@NullMarked
package org.luoshi.app.process;

import org.jspecify.annotations.NullMarked;

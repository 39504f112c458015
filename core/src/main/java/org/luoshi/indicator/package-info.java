/// Indicators 指标: figures per unit and period, computed from registers.
///
/// The truth of a figure is the registers as of a moment. For the present, cells are stored: every change marks, in
/// its own transaction, what it touches; a worker recomputes just that; until then a cell knows that it is stale.
/// [Indicators] reads and explains.
@ApplicationModule(allowedDependencies = {"access", "audit", "register"})
@NullMarked
package org.luoshi.indicator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/// Periods 周期: day, ISO week, month, quarter, half-year, year.
@NullMarked
package org.luoshi.kernel.period;

import org.jspecify.annotations.NullMarked;

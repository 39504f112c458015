/// Working days 工作日 under the yearly notices of the State Council.
@NullMarked
package org.luoshi.kernel.calendar;

import org.jspecify.annotations.NullMarked;

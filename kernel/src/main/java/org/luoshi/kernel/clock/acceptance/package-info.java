/// Whether an application is accepted 受理, and since when: one notice of what to supplement, in time, else it is deemed
/// accepted from the day of receipt (行政许可法 art. 32).
@NullMarked
package org.luoshi.kernel.clock.acceptance;

import org.jspecify.annotations.NullMarked;

/// Pages of cases: to-do lists, the case page with its clocks, and what applicants see.
@NullMarked
package org.luoshi.web.process;

import org.jspecify.annotations.NullMarked;

/// Search: one box over commitments, units, registers, records and indicators.
@NullMarked
package org.luoshi.web.search;

import org.jspecify.annotations.NullMarked;

/// Detection rules as values: what of a sensor's readings is measured, and which measures, for how long, raise and clear.
@NullMarked
package org.luoshi.stream.rule;

import org.jspecify.annotations.NullMarked;

/// How figures are computed: sources and their partial sums, the roll-up, marks, the stored cells.
@NullMarked
package org.luoshi.indicator.internal;

import org.jspecify.annotations.NullMarked;

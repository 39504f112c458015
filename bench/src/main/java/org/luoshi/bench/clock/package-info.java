/// One computation at a time, in the JVM, by JMH: legal clocks.
@NullMarked
package org.luoshi.bench.clock;

import org.jspecify.annotations.NullMarked;

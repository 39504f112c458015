/// Public benchmarks of detection: their data, their scoring, and our detectors on them.
@NullMarked
package org.luoshi.bench.detect;

import org.jspecify.annotations.NullMarked;

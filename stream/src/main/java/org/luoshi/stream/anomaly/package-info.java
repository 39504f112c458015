/// What is strange about a sensor's readings, judged by that sensor's own past and told in terms that a person can check.
@NullMarked
package org.luoshi.stream.anomaly;

import org.jspecify.annotations.NullMarked;

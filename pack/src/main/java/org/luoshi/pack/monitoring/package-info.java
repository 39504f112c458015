/// What a pack says of its sensors: what they measure, and which readings are warned of.
@NullMarked
package org.luoshi.pack.monitoring;

import org.jspecify.annotations.NullMarked;

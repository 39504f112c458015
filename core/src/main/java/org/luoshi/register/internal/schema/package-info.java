/// From packs and the live catalogue to a plan of schema steps.
@NullMarked
package org.luoshi.register.internal.schema;

import org.jspecify.annotations.NullMarked;

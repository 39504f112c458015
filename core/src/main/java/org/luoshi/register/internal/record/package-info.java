/// Reading and writing single records, version by version.
@NullMarked
package org.luoshi.register.internal.record;

import org.jspecify.annotations.NullMarked;

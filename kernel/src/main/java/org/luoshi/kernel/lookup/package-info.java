/// Looking up what must be there.
@NullMarked
package org.luoshi.kernel.lookup;

import org.jspecify.annotations.NullMarked;

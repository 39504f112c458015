/// Digests: short names of long contents.
@NullMarked
package org.luoshi.kernel.digest;

import org.jspecify.annotations.NullMarked;

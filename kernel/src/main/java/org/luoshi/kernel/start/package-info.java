/// What may start after the first page.
@NullMarked
package org.luoshi.kernel.start;

import org.jspecify.annotations.NullMarked;

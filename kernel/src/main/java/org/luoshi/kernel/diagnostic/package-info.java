/// How a mistake is told: facts, places, remedies, and their renderings.
@NullMarked
package org.luoshi.kernel.diagnostic;

import org.jspecify.annotations.NullMarked;

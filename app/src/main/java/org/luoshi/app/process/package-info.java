/// Synthetic cases for the demonstration.
@NullMarked
package org.luoshi.app.process;

import org.jspecify.annotations.NullMarked;

/// CSV tables with row and column positions.
@NullMarked
package org.luoshi.compiler.internal.csv;

import org.jspecify.annotations.NullMarked;

/// The tables of units: what is known now, and what was.
@NullMarked
package org.luoshi.access.internal;

import org.jspecify.annotations.NullMarked;

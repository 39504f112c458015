/// Sets a briefing on the grid of GB/T 9704: A4, 28 characters by 22 lines.
@NullMarked
package org.luoshi.briefing.internal.pdf;

import org.jspecify.annotations.NullMarked;

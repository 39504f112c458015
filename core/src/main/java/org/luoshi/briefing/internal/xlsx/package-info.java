/// A briefing as a workbook, figures as numbers.
@NullMarked
package org.luoshi.briefing.internal.xlsx;

import org.jspecify.annotations.NullMarked;

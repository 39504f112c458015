/// A briefing as a Word document on the same grid.
@NullMarked
package org.luoshi.briefing.internal.docx;

import org.jspecify.annotations.NullMarked;

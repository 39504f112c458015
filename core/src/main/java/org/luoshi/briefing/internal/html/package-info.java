/// A briefing as a page.
@NullMarked
package org.luoshi.briefing.internal.html;

import org.jspecify.annotations.NullMarked;

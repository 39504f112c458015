/// One language's copy of a briefing, ready for any form.
@NullMarked
package org.luoshi.briefing.internal.print;

import org.jspecify.annotations.NullMarked;

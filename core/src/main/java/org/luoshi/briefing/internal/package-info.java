/// How briefings are composed, checked, frozen and compared.
@NullMarked
package org.luoshi.briefing.internal;

import org.jspecify.annotations.NullMarked;

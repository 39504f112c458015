/// What packs and registers were at past moments.
@NullMarked
package org.luoshi.register.internal.history;

import org.jspecify.annotations.NullMarked;

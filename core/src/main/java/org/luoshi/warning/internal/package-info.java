/// How warnings are kept.
@NullMarked
package org.luoshi.warning.internal;

import org.jspecify.annotations.NullMarked;

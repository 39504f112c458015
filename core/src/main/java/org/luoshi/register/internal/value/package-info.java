/// Reading, checking, comparing and showing single values.
@NullMarked
package org.luoshi.register.internal.value;

import org.jspecify.annotations.NullMarked;

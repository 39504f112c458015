@NullMarked
package org.luoshi.quality.internal;

import org.jspecify.annotations.NullMarked;

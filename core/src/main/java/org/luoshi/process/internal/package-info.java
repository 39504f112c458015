@NullMarked
package org.luoshi.process.internal;

import org.jspecify.annotations.NullMarked;

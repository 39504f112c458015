@NullMarked
package org.luoshi.process.internal.store;

import org.jspecify.annotations.NullMarked;

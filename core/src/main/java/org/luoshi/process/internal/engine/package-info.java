@NullMarked
package org.luoshi.process.internal.engine;

import org.jspecify.annotations.NullMarked;

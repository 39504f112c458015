/// Names resolved across files and packs, and the pack model built.
@NullMarked
package org.luoshi.compiler.internal.bind;

import org.jspecify.annotations.NullMarked;

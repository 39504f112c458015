/// The catalogue of mistakes: one code each, its words in both languages.
@NullMarked
package org.luoshi.compiler.internal.mistake;

import org.jspecify.annotations.NullMarked;

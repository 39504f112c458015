/// Bilingual text and the nearest word to a mistyped one.
@NullMarked
package org.luoshi.kernel.text;

import org.jspecify.annotations.NullMarked;

/// What a value may look like: the one source of reading, checking, JSON Schema and reference.
@NullMarked
package org.luoshi.compiler.internal.shape;

import org.jspecify.annotations.NullMarked;

/// JSON Schemas and reference pages, generated from the declared constructs.
@NullMarked
package org.luoshi.compiler.internal.reference;

import org.jspecify.annotations.NullMarked;

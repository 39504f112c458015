/// The declared constructs of a pack.
@NullMarked
package org.luoshi.compiler.internal.form;

import org.jspecify.annotations.NullMarked;

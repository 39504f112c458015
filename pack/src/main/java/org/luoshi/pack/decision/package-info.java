/// Decision tables 判定表: which rule covers a case, and what follows from it.
@NullMarked
package org.luoshi.pack.decision;

import org.jspecify.annotations.NullMarked;

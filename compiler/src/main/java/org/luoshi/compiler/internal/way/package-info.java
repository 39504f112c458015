/// Every way that a case can take through a process, tried before there is a case.
@NullMarked
package org.luoshi.compiler.internal.way;

import org.jspecify.annotations.NullMarked;

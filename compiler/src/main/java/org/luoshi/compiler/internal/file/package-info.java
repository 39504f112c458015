/// Pack folders on disk, read within limits and never outside themselves.
@NullMarked
package org.luoshi.compiler.internal.file;

import org.jspecify.annotations.NullMarked;

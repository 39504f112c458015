/// Reads BPMN 2.0 files as any modeller writes them: the parts we run, each with its place, and everything else told.
@NullMarked
package org.luoshi.compiler.internal.bpmn;

import org.jspecify.annotations.NullMarked;

/// The one expression language: CEL's grammar, our own checked tree, and its executors.
///
/// CEL is parsed by the library; types, units of measure and the meaning of null are checked here, so
/// that the same tree gives the same answer as SQL over registers and in the JVM.
@NullMarked
package org.luoshi.pack.expression;

import org.jspecify.annotations.NullMarked;

/// Figures over a register of millions of records: the product's modules in this process, beside SQL written by hand.
@NullMarked
package org.luoshi.bench.figures;

import org.jspecify.annotations.NullMarked;

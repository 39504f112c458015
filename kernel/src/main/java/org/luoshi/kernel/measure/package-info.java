/// Units of measure 计量单位: dimensions, exact factors, conversion.
@NullMarked
package org.luoshi.kernel.measure;

import org.jspecify.annotations.NullMarked;

/// Organisational units 单位 and their two effective-dated trees.
@NullMarked
package org.luoshi.kernel.unit;

import org.jspecify.annotations.NullMarked;

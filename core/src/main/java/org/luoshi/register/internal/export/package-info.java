/// Registers as CSV and XLSX files.
@NullMarked
package org.luoshi.register.internal.export;

import org.jspecify.annotations.NullMarked;

/// From files to records: reading CSV and XLSX, checking, and writing a million rows at once.
@NullMarked
package org.luoshi.register.internal.load;

import org.jspecify.annotations.NullMarked;

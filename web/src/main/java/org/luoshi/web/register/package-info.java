/// Register: lists, details, forms, imports.
@NullMarked
package org.luoshi.web.register;

import org.jspecify.annotations.NullMarked;

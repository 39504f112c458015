/// Part: small records behind the shared templates of `src/main/jte/part`.
@NullMarked
package org.luoshi.web.part;

import org.jspecify.annotations.NullMarked;

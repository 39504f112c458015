/// Data quality: what checks found, who answers for it, and what was said of it.
@NullMarked
package org.luoshi.web.quality;

import org.jspecify.annotations.NullMarked;

/// Series: indicators' figures over units and periods, for tools that read tables.
@NullMarked
package org.luoshi.web.series;

import org.jspecify.annotations.NullMarked;

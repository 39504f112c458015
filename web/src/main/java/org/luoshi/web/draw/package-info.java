/// Draw: charts, maps and timelines as plain geometry, printed as SVG by templates. No script, no colour names.
@NullMarked
package org.luoshi.web.draw;

import org.jspecify.annotations.NullMarked;

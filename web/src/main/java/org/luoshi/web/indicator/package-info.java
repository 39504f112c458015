/// Indicator: explain pages and the dashboards that packs declare.
@NullMarked
package org.luoshi.web.indicator;

import org.jspecify.annotations.NullMarked;

/// Synthetic history 合成数据: the records that packs' samples declare, entered day by day as offices would.
@NullMarked
package org.luoshi.app.sample;

import org.jspecify.annotations.NullMarked;

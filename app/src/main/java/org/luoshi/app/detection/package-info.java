/// Warning rules of packs on the machines of `stream`. Starts no Spring.
@NullMarked
package org.luoshi.app.detection;

import org.jspecify.annotations.NullMarked;

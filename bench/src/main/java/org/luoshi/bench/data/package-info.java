/// Synthetic load: packs, plans and files, the same for the same seed.
@NullMarked
package org.luoshi.bench.data;

import org.jspecify.annotations.NullMarked;

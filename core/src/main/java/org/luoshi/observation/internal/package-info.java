/// The log's groups and rows.
@NullMarked
package org.luoshi.observation.internal;

import org.jspecify.annotations.NullMarked;

/// The plan's YAML, by the pack compiler.
@NullMarked
package org.luoshi.app.plan;

import org.jspecify.annotations.NullMarked;

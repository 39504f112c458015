/// Models back to YAML.
@NullMarked
package org.luoshi.compiler.internal.write;

import org.jspecify.annotations.NullMarked;

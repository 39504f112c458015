/// YAML as a tree with positions in code points.
@NullMarked
package org.luoshi.compiler.internal.yaml;

import org.jspecify.annotations.NullMarked;

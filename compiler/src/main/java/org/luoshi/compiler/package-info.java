/// From a folder of YAML to a checked pack, every mistake told once, in Chinese and English.
///
/// One run reads files, turns them into trees with positions, checks each tree against the declaration of its
/// construct, and binds names across files and packs. JSON Schema and reference pages come from the same declarations.
@NullMarked
package org.luoshi.compiler;

import org.jspecify.annotations.NullMarked;

package org.luoshi.compiler;

import java.util.Optional;
import org.luoshi.kernel.diagnostic.Diagnostics;
import org.luoshi.kernel.diagnostic.Sources;
import org.luoshi.pack.PackSet;

/// What came of compiling packs.
///
/// @param packs present exactly when there is no error; advice does not stand in the way
/// @param sources the texts that diagnostics point into
public record Compilation(Optional<PackSet> packs, Diagnostics diagnostics, Sources sources) {}

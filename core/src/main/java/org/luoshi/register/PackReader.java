package org.luoshi.register;

import java.util.List;
import java.util.Optional;
import org.luoshi.pack.PackFiles;
import org.luoshi.pack.PackSet;

/// Makes packs of kept files again. Whoever has the compiler provides it.
public interface PackReader {

    /// @return empty where these files are no packs that this program understands
    Optional<PackSet> read(List<PackFiles> packs);
}

package org.luoshi.app.activation;

import java.util.List;
import java.util.Optional;
import org.luoshi.compiler.PackCompiler;
import org.luoshi.pack.PackFiles;
import org.luoshi.pack.PackSet;
import org.luoshi.register.PackReader;
import org.springframework.stereotype.Component;

/// Compiles packs of the past from their kept files.
@Component
class KeptPacks implements PackReader {

    @Override
    public Optional<PackSet> read(List<PackFiles> packs) {
        return PackCompiler.again(packs).packs();
    }
}

package org.luoshi.indicator.internal;

import java.util.List;
import org.luoshi.pack.PackSet;
import org.luoshi.register.Registers;
import org.springframework.stereotype.Component;

/// The arrangement of the packs in use.
@Component
public class Models {

    private final Registers registers;
    private volatile Model current = new Model(new PackSet(List.of()));

    public Models(Registers registers) {
        this.registers = registers;
    }

    public Model current() {
        PackSet packs = registers.packs();
        Model known = current;
        if (known.packs() != packs) {
            known = new Model(packs);
            current = known;
        }
        return known;
    }
}

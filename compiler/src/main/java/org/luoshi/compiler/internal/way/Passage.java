package org.luoshi.compiler.internal.way;

import java.util.List;
import java.util.Optional;
import org.luoshi.pack.process.Trigger;

/// One move of a case.
///
/// @param from before it; empty for the application
/// @param by what moved it
/// @param flows taken, in order
/// @param ends end events reached
/// @param restarted clocks that had ended and whose start happened again
/// @param heldUp clocks to be ended by it though they were suspended
public record Passage(
        Optional<Standing> from,
        Trigger by,
        List<String> flows,
        List<String> ends,
        List<String> restarted,
        List<String> heldUp,
        Standing to) {

    public Passage {
        flows = List.copyOf(flows);
        ends = List.copyOf(ends);
        restarted = List.copyOf(restarted);
        heldUp = List.copyOf(heldUp);
    }
}

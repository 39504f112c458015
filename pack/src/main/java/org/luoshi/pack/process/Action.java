package org.luoshi.pack.process;

import java.util.Set;
import org.luoshi.kernel.text.Text;

/// A way to finish a step.
///
/// @param once whether a case may see it only once, as the single notice of what is missing 一次性告知
/// @param reason whether its reason must be written down, for the applicant to read
/// @param automatic whether only the passing of a limit does it, never a person
/// @param needed fields of the step's form that must be filled in for it
/// @param attached ids of the step's file fields of which the case must have a file for it
public record Action(
        String id,
        Text title,
        boolean once,
        boolean reason,
        boolean automatic,
        Set<String> needed,
        Set<String> attached) {
    public Action {
        needed = Set.copyOf(needed);
        attached = Set.copyOf(attached);
    }
}

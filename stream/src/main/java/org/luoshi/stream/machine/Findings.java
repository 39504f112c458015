package org.luoshi.stream.machine;

/// Hears what a machine finds. What stands is what was found, less what was withdrawn.
public interface Findings {

    void found(Transition transition);

    /// A late reading showed the same transition by other evidence.
    void revised(Transition before, Transition now);

    /// A late reading showed that it never was.
    void withdrawn(Transition transition);
}

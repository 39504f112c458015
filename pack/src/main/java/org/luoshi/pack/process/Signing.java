package org.luoshi.pack.process;

/// Whose signatures finish a step that several roles do.
public enum Signing {
    /// Everybody's 会签: the step is finished by its first action once all have taken it, and by any other action at once.
    ALL,
    /// The first one's 或签.
    ANY
}

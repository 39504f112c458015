package org.luoshi.web.shell;

/// The moved clock of a demonstration, which may be moved on: so one sees days pass, limits come near and run out.
public interface DemoTime {

    /// @param days at least 1
    void forward(int days);
}

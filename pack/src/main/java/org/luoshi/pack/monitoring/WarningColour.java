package org.luoshi.pack.monitoring;

/// The four levels of warnings, gravest first: 一级 to 四级, art. 42 of 突发事件应对法 of 2007, art. 63 of 2024.
public enum WarningColour {
    RED(1),
    ORANGE(2),
    YELLOW(3),
    BLUE(4);

    private final int level;

    WarningColour(int level) {
        this.level = level;
    }

    /// 1 is the gravest.
    public int level() {
        return level;
    }
}

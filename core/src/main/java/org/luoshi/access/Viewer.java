package org.luoshi.access;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.luoshi.kernel.text.Text;

/// Who looks or acts.
///
/// @param account log-in name; `system` for the program itself
/// @param everywhere only for the program itself: no narrowing by unit
public record Viewer(String account, Text name, List<Grant> grants, boolean everywhere) {

    private static final Viewer SYSTEM = new Viewer("system", new Text("系统", "System"), List.of(), true);

    public Viewer {
        grants = List.copyOf(grants);
    }

    public Viewer(String account, Text name, List<Grant> grants) {
        this(account, name, grants, false);
    }

    /// The program itself: activation, scheduled work, the command line on the server's own machine.
    public static Viewer system() {
        return SYSTEM;
    }

    /// Roots of the subtrees in which the viewer has the permission; empty where nowhere.
    public Set<String> scope(Permission permission) {
        return grants.stream()
                .filter(g -> g.role().permits(permission))
                .map(Grant::unit)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Whether the viewer has the permission in any unit at all.
    public boolean mayAnywhere(Permission permission) {
        return everywhere || !scope(permission).isEmpty();
    }
}

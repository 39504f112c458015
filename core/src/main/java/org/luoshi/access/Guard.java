package org.luoshi.access;

import org.springframework.stereotype.Service;

/// Answers "may this viewer do that to this unit's things", for single things; lists use [RowFilter].
@Service
public class Guard {

    private final Units units;

    public Guard(Units units) {
        this.units = units;
    }

    public boolean may(Viewer viewer, Permission permission, String unit) {
        if (viewer.everywhere()) {
            return true;
        }
        return units.isWithin(unit, viewer.scope(permission));
    }

    /// @throws AccessDenied unless the viewer may
    public void demand(Viewer viewer, Permission permission, String unit) {
        if (!may(viewer, permission, unit)) {
            throw new AccessDenied(permission, unit);
        }
    }
}

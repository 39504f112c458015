package org.luoshi.register.internal.record;

import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.AccessDenied;
import org.luoshi.access.Permission;
import org.luoshi.access.RowFilter;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.unit.Basis;
import org.luoshi.pack.Entity;

/// Who may see and write which records: by the record's unit; a register without units is the whole city's.
public final class RecordAccess {

    private final Entity entity;
    private final Setting setting;

    public RecordAccess(Entity entity, Setting setting) {
        this.entity = entity;
        this.setting = setting;
    }

    public Condition rows(Viewer viewer, Permission permission) {
        if (leftToProcess(permission)) {
            return DSL.falseCondition();
        }
        if (entity.unit() == null) {
            return viewer.mayAnywhere(permission) ? DSL.noCondition() : DSL.falseCondition();
        }
        return viewer.everywhere() ? DSL.noCondition() : within(entity.require(entity.unit()), viewer.scope(permission));
    }

    /// Records whose unit, in this field, is one of the roots or lies under one. Where those are all units there
    /// is nothing to compare, and a page of a large register is read off its index.
    public Condition within(org.luoshi.pack.Field field, Set<String> roots) {
        Field<String> unit = DSL.field(DSL.name(field.id()), SQLDataType.CLOB);
        if (setting.tree().coverAll(roots)) {
            return field.required() ? DSL.noCondition() : unit.isNotNull();
        }
        return RowFilter.within(setting.tree(), roots, unit);
    }

    public boolean may(Viewer viewer, Permission permission, Map<String, @Nullable Object> values) {
        if (leftToProcess(permission)) {
            return false;
        }
        if (entity.unit() == null) {
            return mayInCity(viewer, permission);
        }
        Object unit = values.get(entity.unit());
        return unit == null ? mayInCity(viewer, permission) : setting.guard().may(viewer, permission, (String) unit);
    }

    /// @throws AccessDenied unless the viewer may
    public void demand(Viewer viewer, Permission permission, Map<String, @Nullable Object> values) {
        if (!may(viewer, permission, values)) {
            Object unit = entity.unit() == null ? null : values.get(entity.unit());
            throw new AccessDenied(permission, unit == null ? entity.id().toString() : (String) unit);
        }
    }

    /// Whether the viewer may judge what this unit entered: by a right over a unit above it, since nobody verifies for
    /// his own. What has nothing above it is verified by those with a right over it.
    public boolean mayVerify(Viewer viewer, Map<String, @Nullable Object> values) {
        Object unit = entity.unit() == null ? null : values.get(entity.unit());
        return unit == null ? mayInCity(viewer, Permission.VERIFY_EVIDENCE) : mayVerify(viewer, (String) unit);
    }

    public boolean mayVerify(Viewer viewer, String unit) {
        Set<String> roots = viewer.scope(Permission.VERIFY_EVIDENCE);
        return viewer.everywhere()
                || roots.stream().anyMatch(root -> (!root.equals(unit) || isTop(unit)) && setting.tree().isWithin(unit, Set.of(root)));
    }

    /// What the steps of a process write, nobody writes beside them.
    private boolean leftToProcess(Permission permission) {
        boolean writing = permission == Permission.WRITE_RECORD || permission == Permission.IMPORT;
        return writing && setting.packs().writer(entity.id()).isPresent();
    }

    /// Over a root of the unit tree, that is over everything.
    private boolean mayInCity(Viewer viewer, Permission permission) {
        return viewer.everywhere()
                || setting.tree().tree()
                        .roots(Basis.ADMINISTRATIVE, setting.today())
                        .stream()
                        .anyMatch(root -> viewer.scope(permission).contains(root.id()));
    }

    private boolean isTop(String unit) {
        return setting.tree().tree().roots(Basis.ADMINISTRATIVE, setting.today()).stream()
                .anyMatch(root -> root.id().equals(unit));
    }
}

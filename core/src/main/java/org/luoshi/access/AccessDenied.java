package org.luoshi.access;

import org.luoshi.kernel.text.Text;

/// The viewer lacks a permission. The message says which, where, and who can grant it.
public final class AccessDenied extends RuntimeException {

    private final Permission permission;
    private final String unit;
    private final transient Text reason;

    public AccessDenied(Permission permission, String unit) {
        Text reason = new Text(
                "缺少权限 %s（单位 %s）；由管理员授予".formatted(permission, unit),
                "permission %s is missing for unit %s; an administrator can grant it".formatted(permission, unit));
        super(reason.en());
        this.permission = permission;
        this.unit = unit;
        this.reason = reason;
    }

    public Permission permission() {
        return permission;
    }

    /// The unit's id, or what else the permission would have been for.
    public String unit() {
        return unit;
    }

    public Text reason() {
        return reason;
    }
}

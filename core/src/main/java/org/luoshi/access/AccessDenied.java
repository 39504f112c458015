package org.luoshi.access;

import org.luoshi.kernel.text.Text;

/// The viewer lacks a permission. The message says which, where, and who can grant it.
public final class AccessDenied extends RuntimeException {

    private final transient Text reason;

    public AccessDenied(Permission permission, String unit) {
        this(new Text(
                "缺少权限 %s（单位 %s）；由管理员授予".formatted(permission, unit),
                "permission %s is missing for unit %s; an administrator can grant it".formatted(permission, unit)));
    }

    private AccessDenied(Text reason) {
        super(reason.en());
        this.reason = reason;
    }

    public Text reason() {
        return reason;
    }
}

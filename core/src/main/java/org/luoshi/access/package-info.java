/// Access 权限: who may do what for which units, and the units themselves.
///
/// Deny by default. A grant is a role over a unit's subtree; every query over records is narrowed by
/// [RowFilter], so that a controller cannot forget it.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.luoshi.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

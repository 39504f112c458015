/// From facts to a status: path, progress, circumstances, rule, reason. Pure: no clock, no database.
@NamedInterface("status")
@NullMarked
package org.luoshi.plan.status;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/// From facts to a status: path, progress, circumstances, rule, reason. Pure: no clock, no database.
@NullMarked
package org.luoshi.plan.status;

import org.jspecify.annotations.NullMarked;

/// The plan as a workbook that a clerk can edit.
@NullMarked
package org.luoshi.plan.internal.workbook;

import org.jspecify.annotations.NullMarked;

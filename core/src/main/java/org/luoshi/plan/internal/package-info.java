@NullMarked
package org.luoshi.plan.internal;

import org.jspecify.annotations.NullMarked;

/// Audit 审计: the one ordered, hash-chained log of every change, and with it transaction time.
@ApplicationModule(allowedDependencies = {"access"})
@NullMarked
package org.luoshi.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

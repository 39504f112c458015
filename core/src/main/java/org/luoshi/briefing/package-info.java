/// Briefing 简报: prose, tables and the ledger 台账 whose every figure is bound to a fact and a moment.
///
/// A draft is composed from a layout, a subject and a moment; an edition is a draft frozen when it was issued.
@ApplicationModule(allowedDependencies = {"access", "audit", "register", "indicator", "plan", "plan :: status"})
@NullMarked
package org.luoshi.briefing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

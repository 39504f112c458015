/// Registers 登记表: each entity of a pack as a typed table, its records versioned with transaction time.
///
/// [Registers] plans and applies schema changes and hands out a [Register] per entity; that one lists,
/// reads as of a moment, writes, edits in bulk, imports and exports. Every write publishes
/// [RecordsChanged] or [RecordsImported] inside its transaction.
@ApplicationModule(allowedDependencies = {"access", "audit"})
@NullMarked
package org.luoshi.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/// A real PostgreSQL for tests: one server per JVM, a migrated database in a moment. Not for the program itself.
@NullMarked
package org.luoshi.postgres.testing;

import org.jspecify.annotations.NullMarked;

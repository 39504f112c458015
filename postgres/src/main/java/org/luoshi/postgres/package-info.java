/// The database beneath: an embedded PostgreSQL of our own, migrations, backup and restore.
@NullMarked
package org.luoshi.postgres;

import org.jspecify.annotations.NullMarked;

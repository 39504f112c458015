/// Bringing packs into force: compile, plan the schema, fill units and plan, remember which version it was.
@NullMarked
package org.luoshi.app.activation;

import org.jspecify.annotations.NullMarked;

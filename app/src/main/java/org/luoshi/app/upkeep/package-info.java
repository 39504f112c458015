/// Commands that keep an installation sound: figures against facts, and the audit chain.
@NullMarked
package org.luoshi.app.upkeep;

import org.jspecify.annotations.NullMarked;

/// Registers in and out by command.
@NullMarked
package org.luoshi.app.register;

import org.jspecify.annotations.NullMarked;

/// The demonstration 演示: synthetic records, a date on which they are alive, and accounts to look around with.
@NullMarked
package org.luoshi.app.demonstration;

import org.jspecify.annotations.NullMarked;

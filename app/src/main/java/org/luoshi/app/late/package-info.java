/// What starts after the port is open, and how far it is.
@NullMarked
package org.luoshi.app.late;

import org.jspecify.annotations.NullMarked;

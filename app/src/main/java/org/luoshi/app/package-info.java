/// The program: main class, command line, and the wiring of what the modules offer.
@NullMarked
package org.luoshi.app;

import org.jspecify.annotations.NullMarked;

/// Which database the program works on, and keeping copies of it.
@NullMarked
package org.luoshi.app.database;

import org.jspecify.annotations.NullMarked;

/// `luoshi check`: pack mistakes for people, programs and continuous integration. Starts no Spring.
@NullMarked
package org.luoshi.app.check;

import org.jspecify.annotations.NullMarked;

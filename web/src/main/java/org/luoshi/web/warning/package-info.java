/// Warnings: the list for whoever is on duty, and one of them with what shows it and what is done about it.
@NullMarked
package org.luoshi.web.warning;

import org.jspecify.annotations.NullMarked;

/// Api: what all operations for programs share: parameters, links, the description.
@NullMarked
package org.luoshi.web.api;

import org.jspecify.annotations.NullMarked;

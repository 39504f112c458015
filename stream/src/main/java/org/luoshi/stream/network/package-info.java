/// What many sensors of one network make expected of each other, and what departs from it.
@NullMarked
package org.luoshi.stream.network;

import org.jspecify.annotations.NullMarked;

/// Looks at the content of files: what they are, and what of it is not taken. Knows neither database nor clock.
@NullMarked
package org.luoshi.attachment.internal.look;

import org.jspecify.annotations.NullMarked;

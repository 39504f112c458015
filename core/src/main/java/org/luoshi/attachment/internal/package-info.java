@NullMarked
package org.luoshi.attachment.internal;

import org.jspecify.annotations.NullMarked;

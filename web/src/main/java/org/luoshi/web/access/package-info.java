/// Access: signing in and out, one's own account, the audit log.
@NullMarked
package org.luoshi.web.access;

import org.jspecify.annotations.NullMarked;

/// The outbox, the worker that empties it, and the way out.
@NullMarked
package org.luoshi.webhook.internal;

import org.jspecify.annotations.NullMarked;

/// Webhook: receivers of events, and what became of what they were to be told.
@NullMarked
package org.luoshi.web.webhook;

import org.jspecify.annotations.NullMarked;

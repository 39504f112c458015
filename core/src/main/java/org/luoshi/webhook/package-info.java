/// Webhooks 事件推送: other systems are told of changes as CloudEvents, signed, at least once.
///
/// What is told says what changed and never to what: a receiver comes and reads with its own key. [Webhooks] registers
/// receivers; the outbox writes deliveries in the transaction of the change; a worker sends them.
@ApplicationModule(allowedDependencies = {"access", "audit", "register", "indicator", "plan"})
@NullMarked
package org.luoshi.webhook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

package org.luoshi.web.webhook;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.webhook.Delivery;
import org.luoshi.webhook.Delivery.State;
import org.luoshi.webhook.Webhook;

/// One receiver and its latest deliveries.
///
/// @param state the only deliveries shown; null for all
public record WebhookView(Webhook webhook, @Nullable State state, List<Delivery> deliveries) {}

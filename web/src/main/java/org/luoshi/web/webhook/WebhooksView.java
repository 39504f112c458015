package org.luoshi.web.webhook;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.webhook.Topic;
import org.luoshi.webhook.Webhook;

/// All receivers, and a form for another.
///
/// @param secret of the receiver that was just made, shown this once; null where none was
/// @param mistake what is wrong with the receiver that was asked for; null where nothing is
public record WebhooksView(List<Webhook> webhooks, @Nullable String secret, @Nullable Text mistake, Typed typed) {

    /// What the form holds.
    public record Typed(String title, String address, Set<Topic> topics) {

        static final Typed NOTHING = new Typed("", "", Set.of(Topic.values()));
    }
}

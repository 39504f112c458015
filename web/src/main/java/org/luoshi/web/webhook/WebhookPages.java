package org.luoshi.web.webhook;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.text.Text;
import org.luoshi.web.shell.Allow;
import org.luoshi.web.shell.BadRequest;
import org.luoshi.web.shell.Messages;
import org.luoshi.web.shell.NotFound;
import org.luoshi.web.shell.Pages;
import org.luoshi.webhook.AddressRefused;
import org.luoshi.webhook.Delivery.State;
import org.luoshi.webhook.Topic;
import org.luoshi.webhook.Webhook;
import org.luoshi.webhook.Webhooks;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Receivers of events: made, looked after, and what was given up sent again.
@Controller
class WebhookPages {

    private static final int SHOWN = 100;

    private final Webhooks webhooks;
    private final Messages messages;
    private final Pages pages;

    WebhookPages(Webhooks webhooks, Messages messages, Pages pages) {
        this.webhooks = webhooks;
        this.messages = messages;
        this.pages = pages;
    }

    @Allow(Permission.ADMINISTER)
    @GetMapping("/webhooks")
    View all(Viewer viewer) {
        return page(HttpStatus.OK, null, null, WebhooksView.Typed.NOTHING, viewer);
    }

    /// The page that answers shows the secret; nothing shows it again.
    @Allow(Permission.ADMINISTER)
    @PostMapping("/webhooks")
    View make(
            @RequestParam String title,
            @RequestParam String address,
            @RequestParam(required = false) @Nullable List<String> topics,
            Viewer viewer) {
        Set<Topic> wanted = topics == null
                ? Set.of()
                : topics.stream().flatMap(id -> Topic.find(id).stream()).collect(Collectors.toSet());
        WebhooksView.Typed typed = new WebhooksView.Typed(title, address, wanted);
        try {
            String secret = webhooks.make(title, address, wanted, viewer).secret();
            return page(HttpStatus.CREATED, secret, null, WebhooksView.Typed.NOTHING, viewer);
        } catch (AddressRefused refused) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, null, refused.reason(), typed, viewer);
        } catch (IllegalArgumentException refused) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, null, messages.text("webhook.refused"), typed, viewer);
        }
    }

    private View page(
            HttpStatus status, @Nullable String secret, @Nullable Text mistake, WebhooksView.Typed typed, Viewer viewer) {
        return pages.show(status, "webhook/webhooks", new WebhooksView(webhooks.all(viewer), secret, mistake, typed));
    }

    @Allow(Permission.ADMINISTER)
    @GetMapping("/webhooks/{id}")
    View one(@PathVariable String id, @RequestParam(required = false) @Nullable String state, Viewer viewer) {
        Webhook webhook = webhooks.find(id, viewer).orElseThrow(() -> new NotFound("webhook " + id));
        State only = state == null || state.isBlank()
                ? null
                : Arrays.stream(State.values())
                        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(state))
                        .findFirst()
                        .orElseThrow(() -> new BadRequest("error.mistyped", "state", state));
        return pages.show(
                "webhook/webhook", new WebhookView(webhook, only, webhooks.deliveries(id, only, SHOWN, viewer)));
    }

    @Allow(Permission.ADMINISTER)
    @PostMapping("/webhooks/{id}/pause")
    RedirectView pause(@PathVariable String id, Viewer viewer) {
        webhooks.pause(id, viewer);
        return to("/webhooks/" + id);
    }

    @Allow(Permission.ADMINISTER)
    @PostMapping("/webhooks/{id}/resume")
    RedirectView resume(@PathVariable String id, Viewer viewer) {
        webhooks.resume(id, viewer);
        return to("/webhooks/" + id);
    }

    @Allow(Permission.ADMINISTER)
    @PostMapping("/webhooks/{id}/delete")
    RedirectView delete(@PathVariable String id, Viewer viewer) {
        if (!webhooks.delete(id, viewer)) throw new NotFound("webhook " + id);
        return to("/webhooks");
    }

    @Allow(Permission.ADMINISTER)
    @PostMapping("/webhooks/{id}/deliveries/{delivery}/again")
    RedirectView again(@PathVariable String id, @PathVariable long delivery, Viewer viewer) {
        if (!webhooks.sendAgain(id, delivery, viewer)) throw new NotFound("dead delivery " + delivery);
        return to("/webhooks/" + id);
    }

    /// @param path with ids that were found, so without anything strange in it
    private static RedirectView to(String path) {
        return new RedirectView(path, false, true, false);
    }
}

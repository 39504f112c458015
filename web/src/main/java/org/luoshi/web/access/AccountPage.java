package org.luoshi.web.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.AccessKeys;
import org.luoshi.access.Permission;
import org.luoshi.access.Units;
import org.luoshi.access.Viewer;
import org.luoshi.kernel.text.Text;
import org.luoshi.web.shell.Allow;
import org.luoshi.web.shell.Messages;
import org.luoshi.web.shell.NotFound;
import org.luoshi.web.shell.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// One's own account: who one is here, what one may do for whom, and the keys by which programs read in one's name.
@Controller
class AccountPage {

    private final Units units;
    private final AccessKeys keys;
    private final Messages messages;
    private final Pages pages;

    AccountPage(Units units, AccessKeys keys, Messages messages, Pages pages) {
        this.units = units;
        this.keys = keys;
        this.messages = messages;
        this.pages = pages;
    }

    @Allow({Permission.READ, Permission.APPLY, Permission.HANDLE_CASE})
    @GetMapping("/account")
    View account(Viewer viewer) {
        return page(HttpStatus.OK, viewer, null, null, "");
    }

    /// The page that answers shows the key; nothing shows it again.
    @Allow(Permission.READ)
    @PostMapping("/account/keys")
    View make(@RequestParam String title, @RequestParam int days, Viewer viewer) {
        try {
            return page(HttpStatus.CREATED, viewer, keys.make(viewer, title, days).text(), null, "");
        } catch (IllegalArgumentException refused) {
            Text mistake = messages.text("account.keys.refused", AccessKeys.LONGEST_DAYS);
            return page(HttpStatus.UNPROCESSABLE_CONTENT, viewer, null, mistake, title);
        }
    }

    @Allow(Permission.READ)
    @PostMapping("/account/keys/{id}/revoke")
    RedirectView revoke(@PathVariable String id, Viewer viewer) {
        if (!keys.revoke(viewer, id)) throw new NotFound("key " + id);
        return new RedirectView("/account#keys", false, true, false);
    }

    private View page(HttpStatus status, Viewer viewer, @Nullable String made, @Nullable Text mistake, String title) {
        return pages.show(status, "access/account", new AccountView(
                viewer.account(),
                viewer.name(),
                viewer.grants().stream()
                        .map(grant -> new AccountView.GrantLine(grant.role().title(), units.name(grant.unit())))
                        .toList(),
                keys.of(viewer),
                made,
                mistake,
                title));
    }
}

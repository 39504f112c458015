package org.luoshi.web.access;

import org.luoshi.access.Permission;
import org.luoshi.access.Units;
import org.luoshi.access.Viewer;
import org.luoshi.web.shell.Allow;
import org.luoshi.web.shell.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/// One's own account: who one is here, and what one may do for whom.
@Controller
class AccountPage {

    private final Units units;
    private final Pages pages;

    AccountPage(Units units, Pages pages) {
        this.units = units;
        this.pages = pages;
    }

    @Allow({Permission.READ, Permission.APPLY, Permission.HANDLE_CASE})
    @GetMapping("/account")
    View account(Viewer viewer) {
        return pages.show("access/account", new AccountView(
                viewer.account(),
                viewer.name(),
                viewer.grants().stream()
                        .map(grant -> new AccountView.GrantLine(grant.role().title(), units.name(grant.unit())))
                        .toList()));
    }
}

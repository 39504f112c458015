package org.luoshi.web.shell;

import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Moves the date of a demonstration on.
@Controller
class DemoPages {

    private static final int MOST = 366;

    private final ObjectProvider<DemoTime> time;
    private final ObjectProvider<DemoState> state;

    DemoPages(ObjectProvider<DemoTime> time, ObjectProvider<DemoState> state) {
        this.time = time;
        this.state = state;
    }

    @Allow(Permission.ADMINISTER)
    @PostMapping("/demonstration/forward")
    View forward(@RequestParam int days, Viewer viewer) {
        DemoTime clock = time.getIfAvailable();
        boolean demo = state.getIfAvailable(() -> () -> false).demo();
        if (!demo || clock == null) throw new NotFound("a demonstration, asked for by " + viewer.account());
        if (days < 1 || days > MOST) throw new BadRequest("account.forward.range", MOST);
        clock.forward(days);
        return new RedirectView("/account", false, true, false);
    }
}

package org.luoshi.web.register;

import org.jspecify.annotations.Nullable;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.register.Register;
import org.luoshi.web.shell.Allow;
import org.luoshi.web.shell.BadRequest;
import org.luoshi.web.shell.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Keeping a list's filters under a name, and forgetting them.
@Controller
class SavedViewPages {

    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_QUERY = 4000;

    private final RegisterDesk desk;

    SavedViewPages(RegisterDesk desk) {
        this.desk = desk;
    }

    @Allow(Permission.READ)
    @PostMapping("/registers/{id}/views")
    View save(
            @PathVariable String id,
            @RequestParam String title,
            @RequestParam String request,
            @RequestParam(required = false) @Nullable String shared,
            Viewer viewer) {
        Register register = desk.open(id);
        String query = request.startsWith("?") ? request.substring(1) : request;
        String name = title.strip();
        if (name.isEmpty() || name.length() > LONGEST_TITLE) throw new BadRequest("register.views.bad-name", LONGEST_TITLE);
        if (query.length() > LONGEST_QUERY || query.chars().anyMatch(Character::isISOControl)) {
            throw new BadRequest("register.views.bad-filter", LONGEST_QUERY);
        }
        register.saveView(name, query, shared != null, viewer);
        return to(register, query);
    }

    @Allow(Permission.READ)
    @PostMapping("/registers/{id}/views/{view}/delete")
    View delete(@PathVariable String id, @PathVariable long view, Viewer viewer) {
        Register register = desk.open(id);
        if (!register.deleteView(view, viewer)) throw new NotFound("view " + view);
        return to(register, "");
    }

    private static View to(Register register, String query) {
        String path = RegisterDesk.path(register.entity());
        return new RedirectView(query.isEmpty() ? path : path + "?" + query, false, true, false);
    }
}

package org.luoshi.web.access;

import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.luoshi.web.shell.AllowAnyone;
import org.luoshi.web.shell.BadRequest;
import org.luoshi.web.shell.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The log-in page. The form's answer is handled by the security filters.
@Controller
class LoginPage {

    private final Pages pages;

    LoginPage(Pages pages) {
        this.pages = pages;
    }

    @AllowAnyone
    @GetMapping("/login")
    View login(
            @RequestParam(required = false) @Nullable String refused,
            @RequestParam(required = false) @Nullable String locked,
            @RequestParam(required = false) @Nullable String ended,
            @RequestParam(required = false) @Nullable String out) {
        if (locked != null) return pages.show("access/login", new LoginView("locked", moment(locked)));
        String told = refused != null ? "refused" : ended != null ? "ended" : out != null ? "out" : "";
        return pages.show("access/login", new LoginView(told, null));
    }

    private static Instant moment(String written) {
        if (!written.matches("[0-9]{4}-.*")) throw new BadRequest("error.4xx.what");
        try {
            return Instant.parse(written);
        } catch (DateTimeException e) {
            throw new BadRequest("error.4xx.what");
        }
    }
}

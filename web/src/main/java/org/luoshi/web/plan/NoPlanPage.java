package org.luoshi.web.plan;

import org.luoshi.web.shell.Pages;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.View;

/// Says that there is no plan yet and what would bring one, wherever a plan page was asked for.
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class NoPlanPage {

    private final Pages pages;

    NoPlanPage(Pages pages) {
        this.pages = pages;
    }

    @ExceptionHandler
    View none(NoPlan none) {
        return pages.show("plan/none", none);
    }
}

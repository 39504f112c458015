package org.luoshi.web.shell;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

/// The page for whatever failed before or outside a controller.
@Controller
class LastResort implements ErrorController {

    private final Pages pages;
    private final ErrorPages errors;

    LastResort(Pages pages, ErrorPages errors) {
        this.pages = pages;
        this.errors = errors;
    }

    @AllowAnyone
    @RequestMapping("/error")
    View error(HttpServletRequest request) {
        HttpStatus status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? Optional.ofNullable(HttpStatus.resolve(code)).orElse(HttpStatus.INTERNAL_SERVER_ERROR)
                : HttpStatus.NOT_FOUND;
        return pages.showInThePresent(status, "shell/error", errors.of(request, status));
    }
}

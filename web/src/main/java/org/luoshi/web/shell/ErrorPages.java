package org.luoshi.web.shell;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.AccessDenied;
import org.luoshi.access.Units;
import org.luoshi.kernel.text.Language;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.Unit;
import org.luoshi.plan.NotJudgeable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.View;

/// Turns what went wrong into a page that says what, what was saved, and what to do next.
@ControllerAdvice
public class ErrorPages {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private final Pages pages;
    private final Messages messages;
    private final Units units;

    ErrorPages(Pages pages, Messages messages, Units units) {
        this.pages = pages;
        this.messages = messages;
        this.units = units;
    }

    @ExceptionHandler
    View badRequest(BadRequest mistake) {
        return page(HttpStatus.BAD_REQUEST, mistake.text(messages), null);
    }

    @ExceptionHandler
    View mistyped(MethodArgumentTypeMismatchException mistake) {
        return page(HttpStatus.BAD_REQUEST, messages.text("error.mistyped", mistake.getName(), String.valueOf(mistake.getValue())), null);
    }

    @ExceptionHandler
    View lost(NotJudgeable lost) {
        return page(HttpStatus.GONE, lost.reason(), null);
    }

    @ExceptionHandler
    View notFound(NotFound missing) {
        return page(HttpStatus.NOT_FOUND, messages.text("error.404.what"), null);
    }

    @ExceptionHandler
    View denied(AccessDenied denied) {
        return page(HttpStatus.FORBIDDEN, words(denied), null);
    }

    /// In the words of people: the unit by name, the permission by what it lets one do.
    private Text words(AccessDenied denied) {
        Text act = messages.text("permission." + denied.permission().name().toLowerCase(Locale.ROOT));
        return units.find(denied.unit())
                .map(Unit::shortName)
                .map(unit -> new Text(
                        messages.say(Language.ZH, "error.403.may-not-there", act.zh(), unit.zh()),
                        messages.say(Language.EN, "error.403.may-not-there", act.en(), unit.en())))
                .orElseGet(() -> new Text(
                        messages.say(Language.ZH, "error.403.may-not", act.zh()),
                        messages.say(Language.EN, "error.403.may-not", act.en())));
    }

    @ExceptionHandler
    View broken(Exception failure, HttpServletRequest request) throws Exception {
        if (failure instanceof org.springframework.security.core.AuthenticationException
                || failure instanceof org.springframework.security.access.AccessDeniedException) {
            throw failure;
        }
        if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            HttpStatus status = HttpStatus.valueOf(known.getStatusCode().value());
            return status == HttpStatus.NOT_FOUND
                    ? page(status, messages.text("error.404.what"), null)
                    : page(status, messages.text("error.4xx.what"), null);
        }
        if (failure instanceof IOException && FullDisk.caused(failure)) {
            LOG.warn("no room for what {} takes in", request.getRequestURI(), failure);
            String folder = System.getProperty("java.io.tmpdir");
            return page(HttpStatus.INSUFFICIENT_STORAGE, messages.text("error.upload.full", folder), null);
        }
        return page(HttpStatus.INTERNAL_SERVER_ERROR, failed(request.getRequestURI(), failure));
    }

    /// Answers in a filter's stead. Not by the server's own error page, which would read the request once more.
    public void tell(HttpStatus status, Text what, HttpServletRequest request, HttpServletResponse response) throws IOException {
        pages.writeInThePresent(status, "shell/error", view(status, what, null), request, response);
    }

    /// What is shown for a status that no controller answered.
    ErrorView of(HttpServletRequest request, HttpStatus status) {
        Object failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (status.is5xxServerError()) {
            Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
            return failed(String.valueOf(path), failure instanceof Throwable thrown ? thrown : null);
        }
        String what = status == HttpStatus.NOT_FOUND
                ? "error.404.what"
                : status == HttpStatus.FORBIDDEN ? "error.403.what" : "error.4xx.what";
        return view(status, messages.text(what), null);
    }

    private ErrorView failed(String path, @Nullable Throwable failure) {
        String reference = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        LOG.error("request {} failed, reference {}", path, reference, failure);
        return view(HttpStatus.INTERNAL_SERVER_ERROR, messages.text("error.500.what"), reference);
    }

    private View page(HttpStatus status, Text what, @Nullable String reference) {
        return page(status, view(status, what, reference));
    }

    private View page(HttpStatus status, ErrorView view) {
        View page = pages.showInThePresent(status, "shell/error", view);
        return (model, request, response) -> {
            if (Problem.isAnswerTo(request)) problem(status, view, request).write(response);
            else page.render(model, request, response);
        };
    }

    private static Problem problem(HttpStatus status, ErrorView view, HttpServletRequest request) {
        Language language = Preferences.language(request);
        String reference = view.reference() == null ? "" : " [" + view.reference() + "]";
        return new Problem(status, view.what().in(language), view.next().in(language) + reference);
    }

    private ErrorView view(HttpStatus status, Text what, @Nullable String reference) {
        String kind = switch (status) {
            case NOT_FOUND -> "404";
            case FORBIDDEN -> "403";
            case INSUFFICIENT_STORAGE, CONTENT_TOO_LARGE -> "upload";
            default -> status.is5xxServerError() ? "500" : "4xx";
        };
        return new ErrorView(
                messages.text("error." + kind + ".headline"), what, messages.text("error." + kind + ".next"), reference);
    }
}

package org.luoshi.web.shell;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/// Turns a template and its view record into what a controller returns.
///
/// The page is written in full before the first byte leaves, so that a mistake in it becomes an error page
/// instead of half a page.
@Component
public class Pages {

    private final TemplateEngine engine;
    private final Shells shells;

    Pages(TemplateEngine engine, Shells shells) {
        this.engine = engine;
        this.shells = shells;
    }

    /// @param template path under `src/main/jte` without the ending, e.g. `plan/board`
    /// @param view what the template names as `view`
    public View show(String template, Object view) {
        return show(HttpStatus.OK, template, view);
    }

    public View show(HttpStatus status, String template, Object view) {
        return (model, request, response) -> write(shells.of(request), status, template, view, response);
    }

    /// Without a moment of the past: for what is only ever shown as it is.
    public View showInThePresent(HttpStatus status, String template, Object view) {
        return (model, request, response) -> write(shells.inThePresent(request), status, template, view, response);
    }

    void writeInThePresent(
            HttpStatus status, String template, Object view, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        write(shells.inThePresent(request), status, template, view, response);
    }

    private void write(Shell shell, HttpStatus status, String template, Object view, HttpServletResponse response)
            throws IOException {
        Utf8ByteOutput page = new Utf8ByteOutput();
        engine.render(template + ".jte", Map.of("shell", shell, "view", view), page);
        response.setStatus(status.value());
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(page.getContentLength());
        page.writeTo(response.getOutputStream());
    }
}

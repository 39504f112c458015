package org.luoshi.web.briefing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.briefing.Print;
import org.springframework.web.servlet.View;

/// A briefing as a file to keep.
record FileView(Print print) implements View {

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType(print.format().mediaType());
        response.setContentLength(print.bytes().length);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + print.fileName() + "\"");
        response.getOutputStream().write(print.bytes());
    }
}

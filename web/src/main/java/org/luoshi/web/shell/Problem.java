package org.luoshi.web.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/// What went wrong, for programs (RFC 9457): every refusal under `/api` is one, where people get a page.
///
/// @param status of HTTP
/// @param title what is wrong
/// @param detail what to do about it
public record Problem(String type, int status, String title, String detail) {

    /// Programs read what is at and under this path.
    public static final String PATH = "/api";

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public Problem(HttpStatus status, String title, String detail) {
        this("about:blank", status.value(), title, detail);
    }

    static boolean isAnswerTo(HttpServletRequest request) {
        return request.getRequestURI().startsWith(PATH + "/");
    }

    public void write(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setCharacterEncoding((String) null); // JSON has only one
        response.setContentType(MEDIA_TYPE);
        response.getOutputStream().write(JSON.writeValueAsString(this).getBytes(StandardCharsets.UTF_8));
    }
}

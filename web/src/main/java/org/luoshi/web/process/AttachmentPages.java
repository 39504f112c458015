package org.luoshi.web.process;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.luoshi.access.Permission;
import org.luoshi.access.Viewer;
import org.luoshi.attachment.Attachment;
import org.luoshi.process.CaseAttachments;
import org.luoshi.web.shell.Allow;
import org.luoshi.web.shell.NotFound;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// Gives files out: always to be saved, never shown by the browser as a page of ours.
@Controller
class AttachmentPages {

    /// What a browser does not believe about it, it is told twice.
    private static final String NOTHING = "default-src 'none'; sandbox; frame-ancestors 'none'";

    private final CaseAttachments attachments;

    AttachmentPages(CaseAttachments attachments) {
        this.attachments = attachments;
    }

    @Allow({Permission.READ, Permission.HANDLE_CASE})
    @GetMapping("/cases/{number}/attachments/{file}")
    void staff(@PathVariable String number, @PathVariable long file, Viewer viewer, HttpServletResponse response)
            throws IOException {
        give(attachments.find(number, file, viewer), response);
    }

    /// With personal data, for whoever has the task; the reading is in the audit log.
    @Allow(Permission.HANDLE_CASE)
    @PostMapping("/cases/{number}/attachments/{file}")
    void reveal(@PathVariable String number, @PathVariable long file, Viewer viewer, HttpServletResponse response)
            throws IOException {
        give(attachments.reveal(number, file, viewer), response);
    }

    @Allow(Permission.APPLY)
    @GetMapping("/my/cases/{number}/attachments/{file}")
    void mine(@PathVariable String number, @PathVariable long file, Viewer viewer, HttpServletResponse response)
            throws IOException {
        give(attachments.find(number, file, viewer), response);
    }

    /// A file of one's own form that is not sent yet.
    @Allow({Permission.APPLY, Permission.HANDLE_CASE})
    @GetMapping("/my/attachments/{file}")
    void waiting(@PathVariable long file, Viewer viewer, HttpServletResponse response) throws IOException {
        give(attachments.findWaiting(file, viewer), response);
    }

    private void give(Optional<Attachment> found, HttpServletResponse response) throws IOException {
        Attachment file = found.orElseThrow(() -> new NotFound("attachment"));
        response.setContentType(file.kind().mediaType());
        response.setContentLengthLong(file.size());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", NOTHING);
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(file.name(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        attachments.read(file, response.getOutputStream());
    }
}

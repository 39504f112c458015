package org.luoshi.web.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.luoshi.kernel.text.Text;
import org.luoshi.web.shell.FullDisk;
import org.luoshi.web.shell.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Takes files in before anything else looks into the form: only from somebody who is signed in, and with a word for what
/// does not fit. Otherwise a file of any size would first be kept, and then refused for a token that it hid.
final class UploadGate extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(UploadGate.class);

    /// A case takes 200 MB of attachments; the rest is what stands around them.
    private static final long MOST_OF_A_FORM = 210L << 20;

    private final Messages messages;
    private final Refusal refusal;
    private final long most;

    /// Tells why a file was not taken.
    interface Refusal {
        void tell(HttpStatus status, Text why, HttpServletRequest request, HttpServletResponse response) throws IOException;
    }

    /// @param most bytes of a request that brings a table
    UploadGate(Messages messages, Refusal refusal, long most) {
        this.messages = messages;
        this.refusal = refusal;
        this.most = most;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null || !type.startsWith("multipart/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!signedIn()) {
            response.sendRedirect("/login?ended=1");
            return;
        }
        boolean table = request.getRequestURI().endsWith("/import") || request.getRequestURI().equals("/plan-workbook");
        long fits = table ? most : Math.min(most, MOST_OF_A_FORM);
        if (request.getContentLengthLong() > fits) {
            Text large = messages.text(table ? "error.upload.large" : "error.upload.form", fits >> 20);
            refusal.tell(HttpStatus.CONTENT_TOO_LARGE, large, request, response);
            return;
        }
        try {
            request.getParts();
        } catch (IOException | IllegalStateException e) {
            LOG.warn("an upload to {} was not taken", request.getRequestURI(), e);
            if (FullDisk.caused(e)) {
                Text full = messages.text("error.upload.full", System.getProperty("java.io.tmpdir"));
                refusal.tell(HttpStatus.INSUFFICIENT_STORAGE, full, request, response);
            } else {
                refusal.tell(HttpStatus.BAD_REQUEST, messages.text("error.4xx.what"), request, response);
            }
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean signedIn() {
        Authentication somebody = SecurityContextHolder.getContext().getAuthentication();
        return somebody != null && somebody.isAuthenticated() && !(somebody instanceof AnonymousAuthenticationToken);
    }
}

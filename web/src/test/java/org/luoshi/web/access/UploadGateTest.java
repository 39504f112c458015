package org.luoshi.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.luoshi.kernel.text.Text;
import org.luoshi.web.shell.Messages;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

class UploadGateTest {

    private static final int MOST = 3 << 20;

    private final UploadGate gate = new UploadGate(new Messages(), (status, why, request, response) -> {
        this.status = status.value();
        this.why = why;
    }, MOST);
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final MockFilterChain chain = new MockFilterChain();
    private int status;
    private Text why = Text.EMPTY;

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aFileFromNobodyIsNotEvenRead() throws Exception {
        Upload request = new Upload(10, null);
        gate.doFilter(request, response, chain);
        assertThat(response.getRedirectedUrl()).isEqualTo("/login?ended=1");
        assertThat(request.read).isFalse();
        assertThat(chain.getRequest()).isNull();
    }

    @Test
    void aFileThatIsTooLargeIsToldWithTheLimitAndNotRead() throws Exception {
        signIn();
        Upload request = new Upload(MOST + 1, null);
        gate.doFilter(request, response, chain);
        assertThat(status).isEqualTo(413);
        assertThat(why.zh()).contains("大于 3 MB").contains("luoshi import");
        assertThat(why.en()).contains("larger than 3 MB");
        assertThat(request.read).isFalse();
    }

    @Test
    void aFormTakesNoMoreThanACaseDoes() throws Exception {
        UploadGate wide = new UploadGate(new Messages(), (status, why, request, response) -> {
            this.status = status.value();
            this.why = why;
        }, 512L << 20);
        signIn();
        Upload table = new Upload(300L << 20, null);
        wide.doFilter(table, response, chain);
        assertThat(table.read).isTrue();
        Upload form = new Upload(300L << 20, null);
        form.setRequestURI("/services/enterprise_requests.handling");
        wide.doFilter(form, response, new MockFilterChain());
        assertThat(form.read).isFalse();
        assertThat(status).isEqualTo(413);
        assertThat(why.zh()).contains("大于 210 MB").contains("保存草稿");
    }

    @Test
    void aFullDiskIsToldWithItsFolder() throws Exception {
        signIn();
        Upload request = new Upload(10, new IOException("No space left on device"));
        gate.doFilter(request, response, chain);
        assertThat(status).isEqualTo(507);
        assertThat(why.zh()).contains("磁盘已满（" + System.getProperty("java.io.tmpdir")).contains("腾出空间").contains("没有写入任何记录");
        assertThat(why.en()).contains("disk for uploads is full").contains("make room");
        assertThat(chain.getRequest()).isNull();
    }

    @Test
    void whatFitsGoesOn() throws Exception {
        signIn();
        Upload request = new Upload(10, null);
        gate.doFilter(request, response, chain);
        assertThat(chain.getRequest()).isSameAs(request);
        assertThat(request.read).isTrue();
    }

    private static void signIn() {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated("officer", null, List.of()));
    }

    private static final class Upload extends MockHttpServletRequest {

        private final long length;
        private final @Nullable IOException failure;
        private boolean read;

        private Upload(long length, @Nullable IOException failure) {
            super("POST", "/registers/parks.project/import");
            this.length = length;
            this.failure = failure;
            setContentType("multipart/form-data; boundary=x");
        }

        @Override
        public long getContentLengthLong() {
            return length;
        }

        @Override
        public Collection<Part> getParts() throws IOException {
            read = true;
            if (failure != null) throw failure;
            return List.of();
        }
    }
}

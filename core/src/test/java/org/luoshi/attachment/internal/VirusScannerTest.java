package org.luoshi.attachment.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.luoshi.attachment.SampleFiles;
import org.luoshi.attachment.internal.look.Unfit;

/// Against a clamd of our own that speaks INSTREAM; none is on the machine that tests.
class VirusScannerTest {

    @TempDir
    Path folder;

    @Test
    void theWholeFileIsSentAndWhatIsCleanIsTaken() throws Exception {
        byte[] content = new byte[200_000];
        new Random(3).nextBytes(content);
        try (ServerSocket clamd = listening()) {
            CompletableFuture<byte[]> got = answer(clamd, "stream: OK\0");
            scanner(clamd).look(SampleFiles.file(folder, content));
            assertThat(got.join()).isEqualTo(content);
        }
    }

    @Test
    void aVirusIsNamed() throws Exception {
        try (ServerSocket clamd = listening()) {
            CompletableFuture<byte[]> got = answer(clamd, "stream: Win.Test.EICAR_HDB-1 FOUND\0");
            Unfit found = catchThrowableOfType(
                    Unfit.class, () -> scanner(clamd).look(SampleFiles.file(folder, SampleFiles.pdf())));
            assertThat(found.why().zh()).isEqualTo("查出病毒（Win.Test.EICAR_HDB-1），没有保存");
            assertThat(got.join()).isNotEmpty();
        }
    }

    @Test
    void whereTheScannerFailsOrIsGoneNothingIsTaken() throws Exception {
        Path file = SampleFiles.file(folder, SampleFiles.pdf());
        ServerSocket clamd = listening();
        CompletableFuture<byte[]> got = answer(clamd, "INSTREAM size limit exceeded. ERROR\0");
        VirusScanner scanner = scanner(clamd);
        assertThat(catchThrowableOfType(Unfit.class, () -> scanner.look(file)).why().zh()).contains("没有回应");
        assertThat(got.join()).isNotEmpty();
        clamd.close();
        assertThat(catchThrowableOfType(Unfit.class, () -> scanner.look(file)).why().zh()).contains("没有回应");
    }

    @Test
    void aScannerThatNeverAnswersIsNotWaitedForForEver() throws Exception {
        try (ServerSocket clamd = listening()) {
            VirusScanner scanner = new VirusScanner("127.0.0.1:" + clamd.getLocalPort(), 1);
            Unfit silent = catchThrowableOfType(
                    Unfit.class, () -> scanner.look(SampleFiles.file(folder, SampleFiles.pdf())));
            assertThat(silent.why().en()).contains("does not answer");
        }
    }

    @Test
    void withoutOneNothingIsAskedAndAWrongAddressIsToldAtOnce() {
        VirusScanner none = new VirusScanner("", 1);
        assertThat(none.isThere()).isFalse();
        assertThatCode(() -> none.look(folder)).doesNotThrowAnyException();
        assertThatThrownBy(() -> new VirusScanner("nowhere", 1)).hasMessageContaining("LUOSHI_CLAMD");
    }

    private static ServerSocket listening() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    private static VirusScanner scanner(ServerSocket clamd) {
        return new VirusScanner("127.0.0.1:" + clamd.getLocalPort(), 30);
    }

    /// @return what was sent, once all of it is there
    private static CompletableFuture<byte[]> answer(ServerSocket clamd, String answer) {
        return CompletableFuture.supplyAsync(() -> {
            try (Socket socket = clamd.accept()) {
                DataInputStream in = new DataInputStream(socket.getInputStream());
                assertThat(new String(in.readNBytes(10), StandardCharsets.US_ASCII)).isEqualTo("zINSTREAM\0");
                ByteArrayOutputStream got = new ByteArrayOutputStream();
                for (int n = in.readInt(); n > 0; n = in.readInt()) got.write(in.readNBytes(n));
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                return got.toByteArray();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}

package org.luoshi.attachment.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.luoshi.attachment.internal.look.Unfit;
import org.luoshi.kernel.text.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Asks clamd, if there is one, by its protocol INSTREAM. Where it is set up and does not answer, nothing is taken.
@Component
public class VirusScanner {

    private static final Logger LOG = LoggerFactory.getLogger(VirusScanner.class);
    private static final int PART = 64 << 10;
    private static final int LONGEST_ANSWER = 4096;

    private final @Nullable SocketAddress clamd;
    private final long patienceSeconds;

    /// @param address `host:port`, or the path of a socket; blank where there is none
    public VirusScanner(
            @Value("${luoshi.clamd:}") String address, @Value("${luoshi.clamd.patience:60}") long patienceSeconds) {
        this.clamd = address.isBlank() ? null : address(address.strip());
        this.patienceSeconds = patienceSeconds;
    }

    /// Whether files are looked at at all.
    public boolean isThere() {
        return clamd != null;
    }

    /// @throws Unfit if the file carries a virus, or the scanner does not say
    public void look(Path file) throws Unfit {
        if (clamd == null) return;
        String answer = ask(clamd, file);
        if (answer.endsWith("OK")) return;
        if (answer.endsWith("FOUND")) {
            String name = answer.replaceFirst("^[^:]*: *", "").replaceFirst(" *FOUND$", "");
            throw new Unfit(new Text("查出病毒（" + name + "），没有保存", "a virus was found (" + name + "); nothing was kept"));
        }
        LOG.warn("clamd answered {}", answer);
        throw silent();
    }

    private String ask(SocketAddress address, Path file) throws Unfit {
        boolean local = address instanceof UnixDomainSocketAddress;
        try (SocketChannel channel = local ? SocketChannel.open(StandardProtocolFamily.UNIX) : SocketChannel.open();
                ScheduledExecutorService watch =
                        Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
                InputStream in = Files.newInputStream(file)) {
            ScheduledFuture<?> end = watch.schedule(() -> cut(channel), patienceSeconds, TimeUnit.SECONDS);
            try {
                return answer(channel, address, in);
            } finally {
                end.cancel(false);
            }
        } catch (IOException e) {
            LOG.warn("clamd does not answer at {}", address, e);
            throw silent();
        }
    }

    private static String answer(SocketChannel channel, SocketAddress address, InputStream in) throws IOException {
        channel.connect(address);
        write(channel, ByteBuffer.wrap("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII)));
        byte[] part = new byte[PART];
        for (int n = in.read(part); n > 0; n = in.read(part)) {
            write(channel, ByteBuffer.allocate(4 + n).putInt(n).put(part, 0, n).flip());
        }
        write(channel, ByteBuffer.allocate(4).putInt(0).flip());
        String answer = new String(Channels.newInputStream(channel).readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8);
        return answer.replace("\0", "").strip();
    }

    /// Closing the channel is what ends a read that waits for ever.
    private static void cut(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.warn("clamd's channel cannot be closed", e);
        }
    }

    private static void write(SocketChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) channel.write(bytes);
    }

    private static Unfit silent() {
        return new Unfit(new Text(
                "病毒查杀服务没有回应，暂不收附件，请稍后再试；已填的内容都在", "the virus scanner does not answer, so no file is taken now; try again later, what you typed is kept"));
    }

    private static SocketAddress address(String address) {
        if (address.startsWith("/")) return UnixDomainSocketAddress.of(address);
        int colon = address.lastIndexOf(':');
        if (colon <= 0 || !address.substring(colon + 1).matches("[0-9]{1,5}")) {
            throw new IllegalArgumentException("LUOSHI_CLAMD must be host:port or the path of a socket, not " + address);
        }
        return new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
    }
}

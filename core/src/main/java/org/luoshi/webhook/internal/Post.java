package org.luoshi.webhook.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.luoshi.webhook.AddressRefused;

/// Sends one request (HTTP/1.1) and reads the status of its answer, within a limit of time and of bytes.
///
/// A client of the JDK looks a name up again by itself; this one connects to the address that was judged. It follows no
/// redirect and reads nothing of what is answered but the first line.
final class Post {

    private static final int LONGEST_STATUS_LINE = 1_024;

    private final Egress egress;
    private final Duration patience;

    /// @param patience for the whole exchange
    Post(Egress egress, Duration patience) {
        this.egress = egress;
        this.patience = patience;
    }

    Answer send(URI address, Map<String, String> headers, byte[] body) {
        try {
            return exchange(address, egress.judge(address), headers, body);
        } catch (AddressRefused refused) {
            return Answer.none(String.valueOf(refused.getMessage()));
        } catch (UnknownHostException e) {
            return Answer.none("no such host: " + address.getHost());
        } catch (IOException e) {
            return Answer.none(e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    private Answer exchange(URI address, InetAddress judged, Map<String, String> headers, byte[] body)
            throws IOException {
        boolean secret = address.getScheme().equals("https");
        int port = address.getPort() >= 0 ? address.getPort() : secret ? 443 : 80;
        try (Socket plain = new Socket()) {
            AtomicBoolean impatient = new AtomicBoolean();
            Thread limit = Thread.ofVirtual().start(() -> closeAfterPatience(plain, impatient));
            try {
                plain.connect(new InetSocketAddress(judged, port), (int) patience.toMillis());
                Socket socket = secret ? secured(plain, address.getHost(), port) : plain;
                OutputStream out = socket.getOutputStream();
                out.write(request(address, headers, body));
                out.flush();
                return Answer.of(status(socket.getInputStream()));
            } catch (IOException e) {
                if (impatient.get()) throw new IOException("no answer within " + patience.toSeconds() + " s", e);
                throw e;
            } finally {
                limit.interrupt();
            }
        }
    }

    private void closeAfterPatience(Socket socket, AtomicBoolean impatient) {
        try {
            Thread.sleep(patience);
            impatient.set(true);
            socket.close();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // answered in time
        } catch (IOException e) {
            throw new IllegalStateException("a socket that cannot be closed", e);
        }
    }

    private static Socket secured(Socket plain, String host, int port) throws IOException {
        SSLSocket socket = (SSLSocket) ((SSLSocketFactory) SSLSocketFactory.getDefault()).createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static byte[] request(URI address, Map<String, String> headers, byte[] body) {
        String path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        StringBuilder head = new StringBuilder("POST ").append(path);
        if (address.getRawQuery() != null) head.append('?').append(address.getRawQuery());
        head.append(" HTTP/1.1\r\nHost: ").append(address.getRawAuthority());
        headers.forEach((name, value) -> head.append("\r\n").append(name).append(": ").append(value));
        head.append("\r\nContent-Length: ").append(body.length).append("\r\nConnection: close\r\n\r\n");
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head.toString().getBytes(StandardCharsets.US_ASCII));
        request.writeBytes(body);
        return request.toByteArray();
    }

    private static int status(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.size() == LONGEST_STATUS_LINE) throw new IOException("the answer is not HTTP");
            line.write(next);
        }
        String[] words = line.toString(StandardCharsets.ISO_8859_1).strip().split(" ", 3);
        if (words.length < 2 || !words[0].startsWith("HTTP/1.") || !words[1].matches("[1-5][0-9]{2}"))
            throw new IOException("the answer is not HTTP");
        return Integer.parseInt(words[1]);
    }
}

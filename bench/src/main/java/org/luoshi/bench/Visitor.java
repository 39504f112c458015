package org.luoshi.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A browser session of one account, without a browser.
final class Visitor implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    /// @param nanos from sending the request to having the whole answer
    record Answer(String path, int status, String body, long nanos) {}

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();
    private final RunningServer server;
    private @Nullable String token;

    private Visitor(RunningServer server) {
        this.server = server;
    }

    /// Logs in as one of the demonstration's accounts, as the form does: with the page's CSRF token.
    static Visitor logIn(RunningServer server, String account) throws IOException, InterruptedException {
        var visitor = new Visitor(server);
        var token = Html.hidden(visitor.get("/login").body(), "_csrf");
        var form = "account=%s&password=%s&_csrf=%s"
                .formatted(account, encode(password(server, account)), encode(token));
        var answer = visitor.client.send(
                HttpRequest.newBuilder(server.url("/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
        var to = answer.headers().firstValue("Location").orElse("");
        if (answer.statusCode() != 302 || to.contains("/login"))
            throw new IllegalStateException("log-in of %s: %d %s".formatted(account, answer.statusCode(), to));
        return visitor;
    }

    Answer get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server.url(path)).timeout(PATIENCE).build();
        var began = System.nanoTime();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        return new Answer(path, answer.statusCode(), answer.body(), System.nanoTime() - began);
    }

    /// @throws IllegalStateException unless the page is there
    String page(String path) throws IOException, InterruptedException {
        var answer = get(path);
        if (answer.status() != 200) throw new IllegalStateException("%s answers %d".formatted(path, answer.status()));
        return answer.body();
    }

    /// Sends a form, with the token of the last page that had one.
    ///
    /// @return where the answer leads
    /// @throws IllegalStateException unless it leads on
    String post(String path, Map<String, String> form) throws IOException, InterruptedException {
        if (token == null) token = Html.hidden(page("/account"), "_csrf");
        var body = form.entrySet().stream()
                .map(it -> it.getKey() + "=" + encode(it.getValue()))
                .collect(Collectors.joining("&", "", "&_csrf=" + encode(token)));
        var request = HttpRequest.newBuilder(server.url(path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build();
        var answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 302 && answer.statusCode() != 303)
            throw new IllegalStateException("%s answers %d\n%s".formatted(path, answer.statusCode(), answer.body()));
        return answer.headers().firstValue("Location").orElse("");
    }

    /// Lines of the list: account, password, who.
    private static String password(RunningServer server, String account) throws IOException {
        for (var line : Files.readAllLines(server.data().resolve("accounts.txt"))) {
            var words = line.strip().split("\\s+", 3);
            if (words.length > 1 && words[0].equals(account)) return words[1];
        }
        throw new IllegalStateException("no demonstration account " + account);
    }

    private static String encode(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    /// @param base path of the page with the link
    static String resolve(String base, String link) {
        var target = URI.create(base).resolve(link);
        return target.getRawPath() + (target.getRawQuery() == null ? "" : "?" + target.getRawQuery());
    }

    @Override
    public void close() {
        client.close();
    }
}

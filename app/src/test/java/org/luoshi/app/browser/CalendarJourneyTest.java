package org.luoshi.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A clerk subscribes to what is due, and takes the address back.
class CalendarJourneyTest extends BrowserJourney {

    private final HttpClient program = HttpClient.newHttpClient();

    @Test
    void anAddressIsReadWithoutASessionUntilItIsRevoked() throws IOException, InterruptedException {
        signIn("clerk");
        page.navigate("/tasks");
        link("日历订阅").click();
        button("生成地址").click();
        String address = page.locator("code").innerText();
        List<String> failures = new ArrayList<>(violations("a calendar made"));

        HttpResponse<String> read = get(address);
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.headers().firstValue("content-type")).hasValueSatisfying(type -> assertThat(type).startsWith("text/calendar"));
        assertThat(read.headers().firstValue("set-cookie")).as("no session begins").isEmpty();
        assertThat(read.body()).startsWith("BEGIN:VCALENDAR").contains("X-WR-CALNAME:落实：我的待办");
        assertThat(get(address.replace(".ics", "0.ics")).statusCode()).isEqualTo(404);
        HttpRequest written = HttpRequest.newBuilder(URI.create(address)).POST(HttpRequest.BodyPublishers.noBody()).build();
        assertThat(program.send(written, HttpResponse.BodyHandlers.discarding()).statusCode()).isEqualTo(403);

        page.navigate("/calendars");
        assertThat(page.locator("code")).hasCount(0);
        button("撤销").click();
        assertThat(page.locator("main")).containsText("撤销");
        assertThat(get(address).statusCode()).isEqualTo(404);
        assertThat(failures).isEmpty();
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return program.send(
                HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }
}

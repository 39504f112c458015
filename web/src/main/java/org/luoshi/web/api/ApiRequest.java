package org.luoshi.web.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Language;
import org.luoshi.kernel.text.Text;
import org.luoshi.web.shell.BadRequest;
import org.luoshi.web.shell.Shell;

/// What a program asks: the parameters of its request, each read once and refused where it cannot be read.
///
/// @param host scheme, host and port by which the program reached the server, for absolute links
public record ApiRequest(Shell shell, String host) {

    public Language language() {
        return shell.language();
    }

    public String say(Text text) {
        return shell.say(text);
    }

    /// Null for the present.
    public @Nullable Instant moment() {
        return shell.asOf().moment();
    }

    public @Nullable String text(ApiParameter parameter) {
        return shell.address().first(parameter.id());
    }

    /// The values parted by commas; empty where nothing is asked for.
    public List<String> list(ApiParameter parameter) {
        String text = text(parameter);
        return text == null ? List.of() : List.of(text.split(",", -1));
    }

    /// More than the largest page is asked for in vain: the largest is given.
    public int limit() {
        String text = text(ApiParameter.LIMIT);
        if (text == null) return ApiParameter.Limits.USUAL;
        if (!text.matches("0*[1-9][0-9]*")) throw mistyped(ApiParameter.LIMIT);
        return text.length() > 9 ? ApiParameter.Limits.LARGEST : Math.min(Integer.parseInt(text), ApiParameter.Limits.LARGEST);
    }

    public @Nullable Box box() {
        if (text(ApiParameter.BBOX) == null) return null;
        return Box.read(list(ApiParameter.BBOX)).orElseThrow(() -> mistyped(ApiParameter.BBOX));
    }

    public @Nullable TimeSpan time() {
        String text = text(ApiParameter.DATETIME);
        if (text == null) return null;
        return TimeSpan.read(text, shell.zone()).orElseThrow(() -> mistyped(ApiParameter.DATETIME));
    }

    /// Parameters that are none of [ApiParameter].
    public Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        shell.address().query().forEach((name, values) -> {
            if (ApiParameter.find(name).isEmpty() && !values.isEmpty()) properties.put(name, values.getFirst());
        });
        return properties;
    }

    public BadRequest mistyped(ApiParameter parameter) {
        return new BadRequest("error.mistyped", parameter.id(), String.valueOf(text(parameter)));
    }

    /// An absolute address that keeps to the same moment and language.
    public String url(String path) {
        List<String> kept = new ArrayList<>();
        if (shell.asOf().past()) kept.add("asof=" + shell.asOf().asked());
        if (shell.language() == Language.EN) kept.add("lang=en");
        return host + path + (kept.isEmpty() ? "" : "?" + String.join("&", kept));
    }

    /// This request's own address.
    public String self() {
        return host + inLanguage(shell.address().toString());
    }

    public String with(ApiParameter parameter, String value) {
        return host + inLanguage(shell.address().with(parameter.id(), value));
    }

    /// [org.luoshi.web.shell.Address] drops the language, which pages keep in a cookie.
    private String inLanguage(String address) {
        return shell.language() == Language.EN ? address + (address.contains("?") ? "&" : "?") + "lang=en" : address;
    }
}

package org.luoshi.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HtmlTest {

    private static final String PAGE =
            """
            <form><input type="hidden" name="_csrf" value="a&amp;b">
            <select id="f-1" name="stage"><option value="">all</option><option value="closed" selected>Closed</option></select>
            <a href="/plan?unit=chenghua&amp;status=behind">x</a> <a rel="next" href="?after=q">on</a>
            <a href="/plan?unit=chenghua&amp;status=behind">again</a></form>
            """;

    @Test
    void linksAreReadOnceAndUnescaped() {
        assertThat(Html.links(PAGE)).containsExactly("/plan?unit=chenghua&status=behind", "?after=q");
    }

    @Test
    void theNextPageIsTheLinkMarkedSo() {
        assertThat(Html.related(PAGE, "next")).isEqualTo("?after=q");
        assertThat(Html.related(PAGE, "prev")).isEmpty();
    }

    @Test
    void choicesThatSayNothingAreLeftOut() {
        assertThat(Html.choices(PAGE)).hasSize(1).hasEntrySatisfying("stage", it -> assertThat(it).containsExactly("closed"));
    }

    @Test
    void aFormWithoutItsTokenIsToldPlainly() {
        assertThat(Html.hidden(PAGE, "_csrf")).isEqualTo("a&b");
        assertThatThrownBy(() -> Html.hidden("<form></form>", "_csrf")).hasMessageContaining("_csrf");
    }
}

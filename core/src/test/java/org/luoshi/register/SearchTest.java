package org.luoshi.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;
import org.luoshi.register.internal.schema.SearchIndexKeeper;

/// Searching finds parts of words, and finds the same with an index as without.
class SearchTest {

    private static final int ROWS = 6_000;
    private static @Nullable Town town;

    @BeforeContainer
    static void fill() {
        town = new Town();
        town.context.sql().execute("""
                insert into parks.site (_version, _known_from, _change, code, name)
                select 1, now(), 1, 'S' || i, '合成地块' || i from generate_series(1, %d) as i""".formatted(ROWS));
        site("X'1\\2", "它's \"一号\" 50%_地\\块");
        site("FAB-Ⅱ", "ＦＡＢ２厂　龙泉驿");
        site("Ä-7", "Ölwerk Straße");
        site("鑫", "鑫");
        town.context.sql().execute("analyze parks.site");
    }

    private static void site(String code, String name) {
        town.context.sql().execute("insert into parks.site (_version, _known_from, _change, code, name) values (1, now(), 1, ?, ?)", code, name);
    }

    @AfterContainer
    static void close() {
        town.close();
    }

    @Example
    void wordsAreFoundWhateverTheirCaseAndWidth() {
        for (boolean indexed : List.of(false, true)) {
            index(indexed);
            assertThat(names("fab2厂")).containsExactly("ＦＡＢ２厂　龙泉驿");
            assertThat(names("Ｆａｂ　泉驿")).containsExactly("ＦＡＢ２厂　龙泉驿");
            assertThat(names("泉")).containsExactly("ＦＡＢ２厂　龙泉驿");
            assertThat(names("fab-ii")).containsExactly("ＦＡＢ２厂　龙泉驿");
            assertThat(names("鑫")).containsExactly("鑫");
            assertThat(names("öl")).containsExactly("Ölwerk Straße");
            assertThat(names("'s")).hasSize(1).isEqualTo(names("%_")).isEqualTo(names("地\\块")).isEqualTo(names("\"一"));
            assertThat(names("x'1\\2")).hasSize(1);
            assertThat(names("块 5999")).containsExactly("合成地块5999");
            assertThat(names("没有")).isEmpty();
            assertThat(names("\u0000")).hasSize(500);
        }
    }

    /// The text and the code are two places: no word reaches from one into the other.
    @Example
    void aWordLiesWithinOneField() {
        for (boolean indexed : List.of(false, true)) {
            index(indexed);
            assertThat(names("鑫鑫")).isEmpty();
            assertThat(names("鑫 鑫")).containsExactly("鑫");
        }
    }

    @Property(tries = 5)
    void theIndexChangesNothing(@ForAll("words") @Size(60) List<String> words) {
        index(false);
        List<List<String>> read = words.stream().map(SearchTest::names).toList();
        index(true);
        assertThat(words.stream().map(SearchTest::names)).isEqualTo(read);
    }

    /// Pieces of what is there, some of them altered.
    @Provide
    Arbitrary<List<String>> words() {
        Arbitrary<String> piece = Combinators.combine(
                        Arbitraries.of("合成地块1234", "S4321", "它's \"一号\" 50%_地\\块", "ＦＡＢ２厂　龙泉驿", "Ölwerk Straße", "X'1\\2", "鑫", "11", "&|!:*()<->"),
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.integers().between(1, 6))
                .as((text, from, length) -> text.substring(
                        Math.min(from, text.length() - 1), Math.min(text.length(), Math.min(from, text.length() - 1) + length)));
        return Combinators.combine(piece, piece, Arbitraries.of("", " ", "　"))
                .as((a, b, joint) -> (a + joint + b).toUpperCase(Locale.ROOT))
                .list();
    }

    @Example
    void onlyALargeRegisterGetsAnIndexAndASchemaPlanLeavesItAlone() {
        index(false);
        SearchIndexKeeper keeper = keeper();
        assertThat(keeper.keep()).hasSize(1).allMatch(name -> name.startsWith("site_words_search_"));
        assertThat(keeper.keep()).isEmpty();
        assertThat(town.registers.plan(town.registers.packs()).isEmpty()).isTrue();
    }

    @Example
    void whatIsLeftOfAnInterruptedBuildIsBuiltAgain() {
        index(false);
        String name = keeper().keep().getFirst();
        town.context.sql().execute("update pg_index set indisvalid = false where indexrelid = to_regclass(?)", "parks." + name);
        assertThat(names("块 5999")).containsExactly("合成地块5999");
        assertThat(keeper().keep()).containsExactly(name);
        town.context.sql().execute("create index site_words_search_0123abcd on parks.site (name)");
        keeper().keep();
        assertThat(town.context.sql().fetchSingle("select to_regclass('parks.site_words_search_0123abcd')").get(0)).isNull();
    }

    @Example
    void tooManyWordsAreRefused() {
        assertThatThrownBy(() -> names("块 ".repeat(3) + String.join(" ", java.util.stream.IntStream.range(0, 21).mapToObj(i -> "w" + i).toList())))
                .isInstanceOf(ListRefused.class);
    }

    private static SearchIndexKeeper keeper() {
        return new SearchIndexKeeper(town.registers, town.context.sql(), false);
    }

    private static void index(boolean wanted) {
        if (wanted) {
            keeper().keep();
        } else {
            town.context.sql()
                    .fetch("select indexrelid::regclass::text from pg_index where indrelid = 'parks.site'::regclass and indexrelid::regclass::text like '%search%'")
                    .getValues(0, String.class)
                    .forEach(name -> town.context.sql().execute("drop index " + name));
        }
    }

    private static List<String> names(String words) {
        return town.sites().list(ListRequest.first(500).searching(words), town.system).rows().stream()
                .map(r -> (String) r.value("name"))
                .toList();
    }
}

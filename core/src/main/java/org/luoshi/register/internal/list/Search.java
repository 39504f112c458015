package org.luoshi.register.internal.list;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Viewer;
import org.luoshi.pack.Entity;
import org.luoshi.pack.Field;
import org.luoshi.register.ListRefused;
import org.luoshi.register.internal.record.Masking;
import org.luoshi.register.internal.schema.SearchIndex;

/// Words, each of which a record's label or business key holds somewhere, in whatever case and width.
final class Search {

    private static final int MOST_WORDS = 20;

    private final Entity entity;
    private final List<String> words;
    private final List<Field> fields;

    private Search(Entity entity, List<String> words, List<Field> fields) {
        this.entity = entity;
        this.words = words;
        this.fields = fields;
    }

    /// Empty where no word is asked for.
    ///
    /// @throws ListRefused if there are too many words
    static Optional<Search> of(Entity entity, @Nullable String typed, Viewer viewer) {
        if (typed == null) {
            return Optional.empty();
        }
        // full-width spaces part words too
        String plain = Normalizer.normalize(typed.replace('\u0000', ' '), Normalizer.Form.NFKC).strip();
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        List<String> words = Arrays.stream(plain.split("\\s+")).distinct().toList();
        if (words.size() > MOST_WORDS) {
            throw new ListRefused(
                    "一次最多搜索 %d 个词".formatted(MOST_WORDS), "at most %d words can be searched for at once".formatted(MOST_WORDS));
        }
        Masking masking = new Masking(entity);
        return Optional.of(new Search(
                entity, words, SearchIndex.fields(entity).filter(f -> !masking.covers(f.id(), viewer)).toList()));
    }

    List<String> words() {
        return words;
    }

    /// What makes a record one that has the word.
    Condition has(String word) {
        return fields.isEmpty()
                ? DSL.falseCondition()
                : DSL.condition("strpos(" + SearchIndex.text(fields) + ", luoshi.search_text({0})) > 0", DSL.inline(word));
    }

    Condition hasEach() {
        return DSL.and(words.stream().map(this::has).toList());
    }

    /// Whether the search index holds all that is searched.
    boolean indexed() {
        return SearchIndex.of(entity).filter(index -> index.text().equals(SearchIndex.text(fields))).isPresent();
    }

    /// The same as [#has], by the search index. Of up to three characters the index alone tells.
    Condition hasByIndex(String word) {
        SearchIndex index = SearchIndex.of(entity).orElseThrow();
        return DSL.condition(
                index.grams() + " @@ luoshi.search_query(luoshi.search_text({0}))"
                        + " and (char_length(luoshi.search_text({0})) <= 3 or strpos(" + index.text()
                        + ", luoshi.search_text({0})) > 0)",
                DSL.inline(word));
    }

    /// With what a key may begin to be the first that is wanted: the one word, as it was typed or in capitals. None where
    /// the word is no code or the key is more than one text.
    List<String> beginnings() {
        Field key = entity.require(entity.key().getFirst());
        String word = words.getFirst();
        boolean code = words.size() == 1 && word.chars().allMatch(c -> c < 0x80);
        return code && entity.key().size() == 1 && fields.contains(key)
                ? Stream.of(word, word.toUpperCase(Locale.ROOT)).distinct().toList()
                : List.of();
    }
}

package org.luoshi.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.luoshi.kernel.text.Language;

class MessagesTest {

    /// A key written out, or the beginning of one that an enumeration completes: `"milestone.state." + state`.
    private static final Pattern QUOTED = Pattern.compile("\"([a-z0-9_]+(?:[.-][a-z0-9_-]+)*\\.?)\"");

    private final Messages messages = new Messages();

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(messages.keys(Language.EN)).isEqualTo(messages.keys(Language.ZH));
    }

    @Test
    void everyKeyIsUsedSomewhere() throws IOException {
        Set<String> quoted = quoted();
        Set<String> beginnings = quoted.stream().filter(q -> q.endsWith(".")).collect(Collectors.toSet());
        Set<String> idle = messages.keys(Language.ZH).stream()
                .filter(key -> !quoted.contains(key))
                .filter(key -> beginnings.stream().noneMatch(key::startsWith))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(idle).isEmpty();
    }

    @Test
    void everyKeyOfATemplateIsInTheCatalogue() throws IOException {
        Pattern call = Pattern.compile("\\.t\\(\"([a-z0-9_.-]+[a-z0-9])\"");
        Set<String> missing = new TreeSet<>();
        for (String source : sources()) {
            Matcher found = call.matcher(source);
            while (found.find()) {
                if (!messages.keys(Language.ZH).contains(found.group(1))) missing.add(found.group(1));
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void bothLanguagesHaveTheSameSlots() {
        Pattern slot = Pattern.compile("\\{\\d}");
        for (String key : messages.keys(Language.ZH)) {
            assertThat(slots(slot, messages.say(Language.EN, key)))
                    .as(key)
                    .isEqualTo(slots(slot, messages.say(Language.ZH, key)));
        }
    }

    @Test
    void quotationMarksWithinQuotationMarksAreTheOtherOnes() {
        assertThat(messages.say(Language.ZH, "history.added", "任务", "“两高”项目清零"))
                .isEqualTo("新增任务“‘两高’项目清零”");
    }

    @Test
    void oneIsSaidOtherwiseThanMany() {
        assertThat(messages.say(Language.EN, "clock.left-days", 1)).isEqualTo("1 day left");
        assertThat(messages.say(Language.EN, "clock.left-days", 0)).isEqualTo("0 days left");
        assertThat(messages.say(Language.EN, "overview.headline", 12, 1)).isEqualTo("1 of 12 commitments is off its path");
        assertThat(messages.say(Language.ZH, "clock.left-days", 1)).isEqualTo("剩 1 天");
    }

    /// A number right before a word in the plural needs the other form too.
    @Test
    void noEnglishCountStandsBeforeAWordThatIsRightForManyOnly() {
        Pattern many = Pattern.compile("\\b1 (?:more |open |good |changed )?"
                + "(?:days|records|rows|fields|figures|changes|commitments|cases|entries|differences|clocks|deliveries|units)\\b");
        // at most so many: a limit of the program's, never 1
        Set<String> limits = Set.of("account.forward.range", "account.keys.refused");
        assertThat(messages.keys(Language.EN).stream()
                        .filter(key -> !limits.contains(key))
                        .filter(key -> many.matcher(messages.say(Language.EN, key, 1, 1, 1, 1)).find()))
                .isEmpty();
    }

    @Test
    void everyFieldInWhichTwoPlansCanDifferHasAName() {
        String comparison = read(Path.of("../core/src/main/java/org/luoshi/plan/PlanComparison.java"));
        Set<String> fields = Pattern.compile("(?:text\\(\\w+, |What\\.\\w+, |part\\(into, )\"([a-z_.]+)\"")
                .matcher(comparison)
                .results()
                .map(r -> r.group(0).startsWith("text") ? r.group(1) + ".zh" : r.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(fields).contains("title.zh", "figure.target", "period.to", "due");
        assertThat(messages.keys(Language.ZH)).containsAll(fields.stream().map("plan.field."::concat).toList());
    }

    private static Set<String> slots(Pattern slot, String words) {
        return slot.matcher(words).results().map(r -> r.group()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> quoted() throws IOException {
        return sources().stream()
                .flatMap(source -> QUOTED.matcher(source).results().map(r -> r.group(1)))
                .collect(Collectors.toSet());
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            return files.filter(f -> f.toString().endsWith(".jte") || f.toString().endsWith(".java"))
                    .map(MessagesTest::read)
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

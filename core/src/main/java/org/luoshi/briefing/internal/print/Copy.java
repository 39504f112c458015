package org.luoshi.briefing.internal.print;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.briefing.Block;
import org.luoshi.briefing.Briefing;
import org.luoshi.briefing.Edition;
import org.luoshi.briefing.Figure;
import org.luoshi.briefing.Print.Links;
import org.luoshi.briefing.Run;
import org.luoshi.briefing.internal.Wording;
import org.luoshi.kernel.text.Language;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.StatusRule.Colour;

/// A briefing in one language: title, notes under it, numbered sections, and where its figures come from.
///
/// @param edition null for a draft
/// @param links where a reader can follow a figure; printed as addresses at the end
public record Copy(Briefing briefing, @Nullable Edition edition, Language language, Links links) {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));

    private static final List<String> NUMERALS = List.of("一", "二", "三", "四", "五", "六", "七", "八", "九", "十");

    public boolean chinese() {
        return language == Language.ZH;
    }

    public String lang() {
        return chinese() ? "zh-CN" : "en";
    }

    public String say(String zh, String en) {
        return chinese() ? zh : en;
    }

    public String say(Text text) {
        return chinese() ? Wording.tight(text.zh()) : text.en();
    }

    public String title() {
        String subject = say(briefing.subjectName());
        return chinese() ? subject + say(briefing.title()) : subject + ": " + say(briefing.title());
    }

    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add(say(
                "截至" + Wording.day(briefing.day()).zh(),
                "As of " + Wording.day(briefing.day()).en()));
        Edition issued = edition;
        notes.add(say("本期：", "Period: ") + say(Wording.period(briefing.period())));
        if (issued == null) notes.add(say("草稿，未签发", "Draft, not issued"));
        else if (issued.number() > 1) {
            notes.add(say("第" + issued.number() + "版，替代前版", "Edition " + issued.number() + ", replaces the one before"));
        }
        if (briefing.synthetic()) {
            notes.add(say("含合成的演示数据，不反映真实情况", "Contains synthetic demonstration data, not real facts"));
        }
        return notes;
    }

    public String heading(int index) {
        String heading = say(briefing.sections().get(index).heading());
        return chinese() ? numeral(index + 1) + "、" + heading : (index + 1) + ". " + heading;
    }

    /// What a reader needs to check any figure: the moment and the exact packs.
    public List<String> colophon() {
        String packs = briefing.packs().stream()
                .map(pack -> "%s %s（%s）".formatted(pack.pack(), pack.version(), pack.digest().substring(0, 12)))
                .collect(Collectors.joining(say("、", ", ")));
        Edition issued = edition;
        List<String> lines = new ArrayList<>();
        lines.add(say(
                "数据时点：" + MINUTE.format(briefing.moment()) + "（北京时间）。系统包：" + packs + "。",
                "Facts as known at " + MINUTE.format(briefing.moment()) + " Beijing time. Packs: "
                        + packs.replace("（", " (").replace("）", ")") + "."));
        if (issued != null) {
            lines.add(say("文件摘要：", "Digest: ") + issued.digest());
        }
        return lines;
    }

    /// Where each figure of the text and the rows of each table are found, in order of appearance.
    public List<Origin> origins() {
        return Origins.of(this);
    }

    public String originsHeading() {
        return say("数字出处（按本文时点）", "Where the figures are found (as of this moment)");
    }

    public List<Run> runs(Block.Prose prose) {
        return chinese() ? prose.zh() : prose.en();
    }

    public String words(Run run) {
        return switch (run) {
            case Run.Words(String text) -> text;
            case Run.Quoted(String text) -> text;
            case Run.Shown(Figure figure) -> say(figure.shown());
        };
    }

    /// Digits stand next to Chinese without a typed space, whoever wrote them.
    public String words(Block.Prose prose) {
        String words = runs(prose).stream().map(this::words).collect(Collectors.joining());
        return chinese() ? Wording.tight(words) : words;
    }

    public String words(Block.Cell cell) {
        return switch (cell) {
            case Block.Cell.Name(Text text, var about) -> say(text);
            case Block.Cell.Value(Figure figure, var colour) ->
                colour == null ? say(figure.shown()) : shape(colour) + say(figure.shown());
        };
    }

    /// Colour never works alone: each has its shape, in print too.
    public static String shape(Colour colour) {
        return switch (colour) {
            case RED -> "■";
            case ORANGE -> "▲";
            case YELLOW -> "◆";
            case BLUE -> "●";
            case GREEN -> "○";
            case GREY -> "◇";
        };
    }

    private static String numeral(int number) {
        if (number <= 10) return NUMERALS.get(number - 1);
        String ten = number < 20 ? "十" : NUMERALS.get(number / 10 - 1) + "十";
        return number % 10 == 0 ? ten : ten + NUMERALS.get(number % 10 - 1);
    }
}

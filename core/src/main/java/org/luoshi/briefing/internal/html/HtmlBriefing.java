package org.luoshi.briefing.internal.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.luoshi.briefing.Block;
import org.luoshi.briefing.Figure;
import org.luoshi.briefing.Run;
import org.luoshi.briefing.Source;
import org.luoshi.briefing.internal.print.Copy;
import org.luoshi.briefing.internal.print.Origin;
import org.luoshi.pack.StatusRule.Colour;

/// A briefing as a page that needs nothing beside itself, and as an article inside a page of ours.
///
/// Every figure carries its binding: `data-source`, and in `title` the expression and the moment.
public final class HtmlBriefing {

    private static final Set<String> UNBROKEN = Set.of("status", "since", "due");

    private final Copy copy;
    private final Markup out = new Markup();

    private HtmlBriefing(Copy copy) {
        this.copy = copy;
    }

    public static String page(Copy copy) {
        return new Markup()
                .raw("<!DOCTYPE html>\n<html")
                .attribute("lang", copy.lang())
                .raw(">\n<head>\n<meta charset=\"utf-8\">\n"
                        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
                .text(copy.title())
                .raw("</title>\n<style>\n")
                .raw(style())
                .raw("</style>\n</head>\n<body>\n")
                .raw(new HtmlBriefing(copy).article("h1"))
                .raw("</body>\n</html>\n")
                .toString();
    }

    public static String article(Copy copy) {
        return new HtmlBriefing(copy).article("p");
    }

    /// @param title element of the title: a page of ours has its heading already
    private String article(String title) {
        out.raw("<article class=\"briefing\"").attribute("lang", copy.lang()).raw(">\n<" + title);
        out.raw(" class=\"briefing-title\">").text(copy.title()).raw("</" + title + ">\n");
        copy.notes().forEach(note -> out.raw("<p class=\"briefing-note\">").text(note).raw("</p>\n"));
        for (int i = 0; i < copy.briefing().sections().size(); i++) {
            out.raw("<section>\n<h2>").text(copy.heading(i)).raw("</h2>\n");
            String heading = copy.heading(i);
            copy.briefing().sections().get(i).blocks().forEach(block -> block(heading, block));
            out.raw("</section>\n");
        }
        origins();
        out.raw("<footer>\n");
        copy.colophon().forEach(line -> out.raw("<p>").text(line).raw("</p>\n"));
        return out.raw("</footer>\n</article>\n").toString();
    }

    private void origins() {
        List<Origin> origins = copy.origins();
        if (origins.isEmpty()) return;
        out.raw("<section class=\"origins\">\n<h2>").text(copy.originsHeading()).raw("</h2>\n<ol>\n");
        for (Origin origin : origins) {
            out.raw("<li>").text(origin.what()).raw(" <a");
            out.attribute("href", origin.address()).raw(">").text(origin.address()).raw("</a></li>\n");
        }
        out.raw("</ol>\n</section>\n");
    }

    private void block(String heading, Block block) {
        switch (block) {
            case Block.Remark(var text) -> out.raw("<p>").text(copy.say(text)).raw("</p>\n");
            case Block.Prose prose -> {
                out.raw("<p>");
                copy.runs(prose).forEach(this::run);
                out.raw("</p>\n");
            }
            case Block.Table table -> table(heading, table);
        }
    }

    private void run(Run run) {
        if (run instanceof Run.Shown(Figure figure)) {
            figure(figure, copy.say(figure.shown()));
        } else {
            String words = copy.words(run);
            out.text(copy.chinese() ? words.strip() : words);
        }
    }

    private void table(String heading, Block.Table table) {
        out.raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\"").attribute("aria-label", heading);
        out.raw(">\n<table>\n");
        String caption = copy.say(table.caption());
        if (!caption.isEmpty()) out.raw("<caption>").text(caption).raw("</caption>\n");
        out.raw("<thead>\n<tr>");
        for (Block.Column column : table.columns()) {
            out.raw("<th scope=\"col\"").raw(column.number() ? " class=\"number\">" : ">");
            out.text(copy.say(column.title())).raw("</th>");
        }
        out.raw("</tr>\n</thead>\n<tbody>\n");
        for (var row : table.rows()) {
            out.raw("<tr>");
            for (int i = 0; i < row.size(); i++) {
                boolean first = i == 0;
                out.raw(first ? "<th scope=\"row\"" : "<td");
                out.raw(setting(table.columns().get(i)));
                cell(row.get(i));
                out.raw(first ? "</th>" : "</td>");
            }
            out.raw("</tr>\n");
        }
        out.raw("</tbody>\n</table>\n</div>\n");
    }

    /// Dates and statuses are short and read badly in two lines.
    private static String setting(Block.Column column) {
        if (column.number()) return " class=\"number\">";
        return UNBROKEN.contains(column.id()) ? " class=\"nowrap\">" : ">";
    }

    private void cell(Block.Cell cell) {
        switch (cell) {
            case Block.Cell.Name(var text, var about) -> {
                String href = about == null ? "" : copy.links().to(about).orElse("");
                if (href.isEmpty()) out.text(copy.say(text));
                else out.raw("<a").attribute("href", href).raw(">").text(copy.say(text)).raw("</a>");
            }
            case Block.Cell.Value(Figure figure, Colour colour) -> {
                if (colour != null) {
                    out.raw("<span class=\"mark\" aria-hidden=\"true\">").text(Copy.shape(colour)).raw("</span>");
                }
                figure(figure, copy.say(figure.shown()));
            }
        }
    }

    private void figure(Figure figure, String shown) {
        Source source = figure.binding().source();
        String href = copy.links().to(source).orElse("");
        BigDecimal value = figure.value();
        String element = !href.isEmpty() ? "a" : value != null ? "data" : "span";
        out.raw("<" + element)
                .attribute("class", figure.standing() == Figure.Standing.MISSING ? "figure-missing" : "figure-bound")
                .attribute("data-source", source.key())
                .attribute("title", figure.binding().expression() + " @ " + figure.binding().moment());
        if (!href.isEmpty()) out.attribute("href", href);
        else if (value != null) out.attribute("value", value.toPlainString());
        out.raw(">").text(shown).raw("</" + element + ">");
    }

    private static String style() {
        try (InputStream in = HtmlBriefing.class.getResourceAsStream("/org/luoshi/briefing/briefing.css")) {
            if (in == null) throw new IllegalStateException("no resource briefing.css");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

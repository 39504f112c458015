package org.luoshi.briefing.internal.print;

import java.util.ArrayList;
import java.util.List;
import org.luoshi.briefing.Block;
import org.luoshi.briefing.Briefing;
import org.luoshi.briefing.Figure;
import org.luoshi.briefing.Run;
import org.luoshi.briefing.Source;

/// Gathers what a copy's figures lead to, so that a reader of paper finds it too.
final class Origins {

    private static final String ENDS = "，。；：、（）！？,;:()!?";

    private final Copy copy;
    private final List<Origin> found = new ArrayList<>();

    private Origins(Copy copy) {
        this.copy = copy;
    }

    static List<Origin> of(Copy copy) {
        Origins origins = new Origins(copy);
        for (int i = 0; i < copy.briefing().sections().size(); i++) {
            Briefing.Section section = copy.briefing().sections().get(i);
            for (Block block : section.blocks()) {
                switch (block) {
                    case Block.Prose prose -> origins.prose(copy.runs(prose));
                    case Block.Table table -> origins.table(copy.heading(i), table);
                    case Block.Remark unused -> {}
                }
            }
        }
        return List.copyOf(origins.found);
    }

    private void prose(List<Run> runs) {
        for (int i = 0; i < runs.size(); i++) {
            if (!(runs.get(i) instanceof Run.Shown(Figure figure))) continue;
            String before = i == 0 ? "" : lastClause(runs.get(i - 1));
            String after = i + 1 == runs.size() ? "" : firstClause(runs.get(i + 1));
            add((before + copy.say(figure.shown()) + after).strip(), figure.binding().source());
        }
    }

    private void table(String heading, Block.Table table) {
        Source of = table.of();
        if (of != null) {
            add(copy.say("表“" + heading + "”", "Table “" + heading + "”"), of);
            return;
        }
        for (List<Block.Cell> row : table.rows()) {
            for (int i = 1; i < row.size(); i++) {
                if (row.get(i) instanceof Block.Cell.Value(Figure figure, var colour)) {
                    String name = copy.words(row.getFirst()) + " " + copy.say(table.columns().get(i).title());
                    add(name + " " + copy.say(figure.shown()), figure.binding().source());
                }
            }
        }
    }

    private void add(String what, Source source) {
        copy.links().to(source).ifPresent(address -> found.add(new Origin(found.size() + 1, what, address)));
    }

    private String lastClause(Run run) {
        if (!(run instanceof Run.Words(String text))) return "";
        int from = text.length();
        while (from > 0 && ENDS.indexOf(text.charAt(from - 1)) < 0) from--;
        return text.substring(from);
    }

    private String firstClause(Run run) {
        if (!(run instanceof Run.Words(String text))) return "";
        int to = 0;
        while (to < text.length() && ENDS.indexOf(text.charAt(to)) < 0 && text.charAt(to) != '.') to++;
        return text.substring(0, to);
    }
}

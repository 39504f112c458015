package org.luoshi.briefing;

import java.util.ArrayList;
import java.util.List;
import org.luoshi.kernel.text.Text;

/// A composed briefing with what is still wrong with it.
public record Draft(Briefing briefing, List<Gap> gaps) {

    public Draft {
        gaps = List.copyOf(gaps);
    }

    /// Finds every figure that is unbound or missing, and digits that came in as words.
    public static Draft of(Briefing briefing) {
        List<Gap> gaps = new ArrayList<>();
        for (Briefing.Section section : briefing.sections()) {
            for (Block block : section.blocks()) {
                block.figures()
                        .filter(figure -> figure.standing() == Figure.Standing.MISSING)
                        .map(figure -> new Gap(section.heading(), figure.binding().expression(), figure.shown()))
                        .forEach(gaps::add);
                if (block instanceof Block.Prose(var zh, var en)) {
                    loose(section.heading(), zh, gaps);
                    loose(section.heading(), en, gaps);
                }
            }
        }
        return new Draft(briefing, gaps);
    }

    /// With one more.
    Draft with(Gap gap) {
        List<Gap> more = new ArrayList<>(gaps);
        more.add(gap);
        return new Draft(briefing, more);
    }

    public boolean issuable() {
        return gaps.isEmpty();
    }

    private static void loose(Text heading, List<Run> runs, List<Gap> gaps) {
        for (Run run : runs) {
            if (run instanceof Run.Words(String text) && text.codePoints().anyMatch(Character::isDigit)) {
                gaps.add(new Gap(
                        heading,
                        text.strip(),
                        new Text("文字里有未绑定的数", "a figure without a binding stands in the text")));
            }
        }
    }
}

package org.luoshi.briefing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.luoshi.kernel.period.Period;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.QualifiedId;

/// The document, in both languages, from which every form (page, PDF, DOCX, XLSX) is made.
///
/// It holds nothing of the time it was made at, so composing it again gives the same document.
///
/// @param moment as of which all figures were read
/// @param day the moment's day in the city
/// @param synthetic whether made-up sample records may be among the facts; said on the first page
public record Briefing(
        QualifiedId layout,
        Text title,
        Subject subject,
        Text subjectName,
        Period period,
        Instant moment,
        LocalDate day,
        boolean synthetic,
        List<PackEdition> packs,
        List<Section> sections) {

    public Briefing {
        packs = List.copyOf(packs);
        sections = List.copyOf(sections);
    }

    public record Section(Text heading, List<Block> blocks) {
        public Section {
            blocks = List.copyOf(blocks);
        }
    }

    /// In order of appearance; a figure of prose that both languages show comes once.
    public Stream<Figure> figures() {
        return sections.stream().flatMap(s -> s.blocks().stream()).flatMap(Block::figures);
    }
}

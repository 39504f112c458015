package org.luoshi.briefing;

import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import org.luoshi.briefing.internal.pdf.PdfLetter;

/// A letter on the grid of official documents: title, number, text, who signs and when, and small lines below.
///
/// @param lang of the document, e.g. `zh-CN`
/// @param paragraphs of the text
/// @param signature set to the right, line by line
/// @param notes in small type below; addresses among them can be clicked
public record Letter(
        String lang, String title, String number, List<String> paragraphs, List<String> signature, List<String> notes) {

    public Letter {
        paragraphs = List.copyOf(paragraphs);
        signature = List.copyOf(signature);
        notes = List.copyOf(notes);
    }

    /// @return characters that no face has, printed as 〓; empty as it should be
    public Set<Integer> write(OutputStream out) {
        return PdfLetter.write(this, out);
    }
}

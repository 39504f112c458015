package org.luoshi.briefing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.luoshi.briefing.internal.docx.DocxBriefing;
import org.luoshi.briefing.internal.html.HtmlBriefing;
import org.luoshi.briefing.internal.pdf.PdfBriefing;
import org.luoshi.briefing.internal.print.Copy;
import org.luoshi.briefing.internal.xlsx.XlsxBriefing;
import org.luoshi.kernel.text.Language;

/// A briefing in one form and one language.
///
/// @param missing characters that the embedded type lacks, printed as 〓; only a PDF can have them
public record Print(byte[] bytes, Format format, String fileName, Set<String> missing) {

    /// Where a reader can follow a figure to what it was made of.
    @FunctionalInterface
    public interface Links {
        Optional<String> to(Source source);

        Links NONE = source -> Optional.empty();
    }

    /// @param edition null for a draft
    public static Print of(Briefing briefing, @Nullable Edition edition, Language language, Format format) {
        return of(briefing, edition, language, format, Links.NONE);
    }

    /// @param links printed at the end as addresses, for readers of paper too
    public static Print of(
            Briefing briefing, @Nullable Edition edition, Language language, Format format, Links links) {
        Copy copy = new Copy(briefing, edition, language, links);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Set<String> missing = new TreeSet<>();
        try {
            switch (format) {
                case HTML -> out.writeBytes(HtmlBriefing.page(copy).getBytes(StandardCharsets.UTF_8));
                case PDF ->
                    PdfBriefing.write(copy, out).forEach(character -> missing.add(Character.toString(character)));
                case DOCX -> DocxBriefing.write(copy, out);
                case XLSX -> XlsxBriefing.write(copy, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Print(out.toByteArray(), format, fileName(briefing, edition, format), missing);
    }

    /// The article alone, for a page of ours.
    public static String article(Briefing briefing, @Nullable Edition edition, Language language, Links links) {
        return HtmlBriefing.article(new Copy(briefing, edition, language, links));
    }

    /// Plain letters only, so that it survives every mail and file system: `weekly-chenghua-2025-09-21-v2.pdf`.
    private static String fileName(Briefing briefing, @Nullable Edition edition, Format format) {
        String subject = switch (briefing.subject()) {
            case Subject.City() -> "city";
            case Subject.OfUnit(String unit) -> unit;
            case Subject.OfFocus(String focus) -> focus;
        };
        String mark = edition == null ? "draft" : "v" + edition.number();
        return "%s-%s-%s-%s.%s".formatted(briefing.layout().name(), subject, briefing.day(), mark, format.id());
    }
}

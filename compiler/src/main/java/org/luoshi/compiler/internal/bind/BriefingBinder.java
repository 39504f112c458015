package org.luoshi.compiler.internal.bind;

import static org.luoshi.compiler.internal.form.BriefingForm.CADENCE;
import static org.luoshi.compiler.internal.form.BriefingForm.COLUMNS;
import static org.luoshi.compiler.internal.form.BriefingForm.HEADING;
import static org.luoshi.compiler.internal.form.BriefingForm.INDICATOR;
import static org.luoshi.compiler.internal.form.BriefingForm.OF;
import static org.luoshi.compiler.internal.form.BriefingForm.PER;
import static org.luoshi.compiler.internal.form.BriefingForm.SECTIONS;
import static org.luoshi.compiler.internal.form.BriefingForm.SHOW;
import static org.luoshi.compiler.internal.form.BriefingForm.TABLE;
import static org.luoshi.compiler.internal.form.BriefingForm.TEXT;
import static org.luoshi.compiler.internal.form.BriefingForm.TITLE;
import static org.luoshi.compiler.internal.mistake.IndicatorMistakes.BINDINGS_DIFFER;
import static org.luoshi.compiler.internal.mistake.IndicatorMistakes.SECTION_CONTENT;
import static org.luoshi.compiler.internal.mistake.IndicatorMistakes.SECTION_KEY;
import static org.luoshi.compiler.internal.mistake.IndicatorMistakes.TILE_KIND;
import static org.luoshi.compiler.internal.mistake.IndicatorMistakes.UNKNOWN_INDICATOR;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.luoshi.compiler.internal.form.IndicatorForm;
import org.luoshi.compiler.internal.mistake.Findings;
import org.luoshi.compiler.internal.mistake.Members;
import org.luoshi.compiler.internal.shape.Key;
import org.luoshi.compiler.internal.shape.Listed;
import org.luoshi.compiler.internal.shape.View;
import org.luoshi.compiler.internal.yaml.Node;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.kernel.text.Text;
import org.luoshi.kernel.unit.UnitKind;
import org.luoshi.pack.BriefingLayout;
import org.luoshi.pack.BriefingLayout.Cadence;
import org.luoshi.pack.BriefingLayout.Part;
import org.luoshi.pack.BriefingLayout.Section;
import org.luoshi.pack.QualifiedId;

/// One briefing layout.
final class BriefingBinder {

    private static final List<String> DEFAULT_COLUMNS = List.of("title", "lead", "status", "reason");

    private final World world;
    private final Draft draft;
    private final Findings findings;

    BriefingBinder(World world, Draft draft) {
        this.world = world;
        this.draft = draft;
        this.findings = world.findings();
    }

    BriefingLayout bind(ParsedFile file, View view) {
        List<Section> sections = new ArrayList<>();
        for (Listed<View> section : view.get(SECTIONS, List.of())) {
            section(section.value()).ifPresent(sections::add);
        }
        return new BriefingLayout(
                new QualifiedId(draft.id(), file.name()),
                view.get(TITLE, Text.EMPTY),
                view.get(OF, List.of()).stream().map(Listed::value).collect(Collectors.toSet()),
                view.get(CADENCE, Cadence.WEEKLY),
                sections);
    }

    private Optional<Section> section(View view) {
        List<Key<?>> content =
                Stream.<Key<?>>of(TEXT, TABLE, INDICATOR).filter(view::has).toList();
        if (content.size() != 1) {
            findings.report(SECTION_CONTENT.at(view.node().anchor()).with("count", content.size()));
            return Optional.empty();
        }
        Text heading = view.get(HEADING, Text.EMPTY);
        Key<?> only = content.getFirst();
        onlyWith(view, COLUMNS, TABLE, only);
        onlyWith(view, PER, INDICATOR, only);
        onlyWith(view, SHOW, INDICATOR, only);
        if (only == TEXT) return prose(view, heading);
        if (only == TABLE) {
            List<String> columns = view.has(COLUMNS)
                    ? view.get(COLUMNS, List.of()).stream().map(Listed::value).toList()
                    : DEFAULT_COLUMNS;
            return view.get(TABLE).map(selection -> new Section.Commitments(heading, selection, columns));
        }
        return figures(view, heading);
    }

    private void onlyWith(View view, Key<?> key, Key<?> goesWith, Key<?> content) {
        if (content == goesWith || !view.has(key)) return;
        findings.report(SECTION_KEY.at(view.keyAt(key)).with("key", key.name()).with("goes_with", goesWith.name()));
    }

    private Optional<Section> figures(View view, Text heading) {
        Optional<QualifiedId> indicator = view.get(INDICATOR)
                .flatMap(name ->
                        world.references().resolve(draft, name, IndicatorForm.CONSTRUCT, UNKNOWN_INDICATOR, findings));
        Optional<UnitKind> per = view.get(PER);
        if (indicator.isEmpty()) return Optional.empty();
        World.BoundIndicator bound = world.indicators().get(indicator.get());
        if (per.isPresent() && bound != null && bound.indicator().isPresent()) {
            var kinds = bound.indicator().get().per();
            if (!kinds.contains(per.get())) {
                findings.report(TILE_KIND
                        .at(view.at(PER))
                        .with("indicator", indicator.get().name())
                        .with("kind", per.get().id())
                        .with(
                                "members",
                                Members.list(kinds.stream()
                                        .sorted()
                                        .map(UnitKind::id)
                                        .toList()))
                        .other(bound.view().at(IndicatorForm.PER)));
            }
        }
        return Optional.of(new Section.Figures(
                heading,
                indicator.get(),
                per.orElse(null),
                view.get(SHOW, "table").equals("table")));
    }

    private Optional<Section> prose(View view, Text heading) {
        Optional<Node.Entries> text = view.node()
                .find(TEXT.name())
                .map(Node.Entry::value)
                .filter(Node.Entries.class::isInstance)
                .map(Node.Entries.class::cast);
        if (text.isEmpty() || view.broken(TEXT)) return Optional.empty();
        Optional<Prose> zh = prose(text.get(), "zh");
        Optional<Prose> en = prose(text.get(), "en");
        if (zh.isEmpty() || en.isEmpty()) return Optional.empty();
        if (zh.get().whole() && en.get().whole()) compare(view, zh.get(), en.get());
        return Optional.of(new Section.Prose(heading, zh.get().parts(), en.get().parts()));
    }

    private void compare(View view, Prose zh, Prose en) {
        TreeSet<String> only = new TreeSet<>(zh.bindings());
        only.addAll(en.bindings());
        only.removeIf(b -> zh.bindings().contains(b) && en.bindings().contains(b));
        if (!only.isEmpty()) findings.report(BINDINGS_DIFFER.at(view.at(TEXT)).with("bindings", Members.list(only)));
    }

    private Optional<Prose> prose(Node.Entries text, String language) {
        return text.find(language)
                .map(Node.Entry::value)
                .filter(Scalar.class::isInstance)
                .map(s -> Prose.read(world, draft, (Scalar) s));
    }

    /// Prose taken apart.
    ///
    /// @param bindings what is bound, as written, for comparing the two languages
    /// @param whole whether nothing was wrong with it
    record Prose(List<Part> parts, TreeSet<String> bindings, boolean whole) {
        static Prose read(World world, Draft draft, Scalar text) {
            return new ProseReader(world, draft, text).read();
        }
    }
}

package org.luoshi.web.plan;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.Units;
import org.luoshi.kernel.text.Language;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Indicator;
import org.luoshi.pack.Plan;
import org.luoshi.pack.QualifiedId;
import org.luoshi.plan.PlanChange;
import org.luoshi.web.shell.Messages;
import org.luoshi.web.shell.Shell;
import org.springframework.stereotype.Component;

/// What differs between two states of a plan, in the reader's words: names for ids, units beside figures.
@Component
class ChangeWords {

    private static final String BETWEEN = ", ";
    private static final String BETWEEN_TEXTS = "; ";

    private final PlanDesk desk;
    private final Units units;
    private final Messages messages;

    ChangeWords(PlanDesk desk, Units units, Messages messages) {
        this.desk = desk;
        this.units = units;
        this.messages = messages;
    }

    /// One difference: the field, and its value before and after; `—` for nothing.
    record Said(Text field, Text before, Text after) {}

    /// Each of a change's differences. An addition or a removal has none.
    ///
    /// @param asOf by whose names; null for the present
    List<Said> differences(PlanChange change, PlanIndex index, @Nullable Instant asOf) {
        return change.what().stream()
                .map(d -> new Said(
                        messages.text("plan.field." + d.field()),
                        value(change, d.field(), d.before(), index, asOf),
                        value(change, d.field(), d.after(), index, asOf)))
                .toList();
    }

    /// The change as a row of a table, with who made it.
    BaselinesView.Difference difference(PlanChange change, PlanIndex index, List<BaselinesView.Hand> hands) {
        boolean hasPage = change.kind() == PlanChange.ItemKind.COMMITMENT && change.main() != PlanChange.What.REMOVED;
        return new BaselinesView.Difference(
                change.main().name().toLowerCase(Locale.ROOT),
                change.kind().name().toLowerCase(Locale.ROOT),
                change.title(),
                hasPage ? "/plan/" + change.id() : null,
                differences(change, index, null).stream()
                        .map(d -> new BaselinesView.Change(d.field(), d.before(), d.after()))
                        .toList(),
                hands);
    }

    /// The change as sentences about the commitment it belongs to, e.g. `节点“核验”：期限由 2025-06-30 改为 2025-07-31`.
    List<Text> sentences(PlanChange change, PlanIndex index, @Nullable Instant asOf) {
        Text item = messages.text("baselines.item." + change.kind().name().toLowerCase(Locale.ROOT));
        if (change.what().isEmpty()) {
            String key = "history." + change.main().name().toLowerCase(Locale.ROOT);
            return List.of(both(l -> messages.say(l, key, item.in(l), change.title().in(l))));
        }
        boolean own = change.kind() == PlanChange.ItemKind.COMMITMENT;
        return differences(change, index, asOf).stream()
                .map(said -> both(l -> {
                    String moved = messages.say(l, "history.moved", said.field().in(l), said.before().in(l), said.after().in(l));
                    return own ? moved : messages.say(l, "history.of", item.in(l), change.title().in(l), moved);
                }))
                .toList();
    }

    private Text value(
            PlanChange change, String field, @Nullable String raw, PlanIndex index, @Nullable Instant asOf) {
        if (raw == null || raw.isEmpty()) return Text.same(Shell.MISSING);
        return switch (field) {
            case "lead", "assist", "speaker", "figure.unit" -> list(raw, id -> units.name(id, asOf));
            case "figure.indicator", "watch" -> list(raw, id -> indicator(id, asOf));
            case "focus" -> index.focusTitle(raw);
            case "measure" -> index.measureTitle(raw);
            case "depends_on" -> list(raw, id -> title(index, id));
            case "clauses" -> list(raw, index::clauseGist);
            case "stated", "period.stated", "figure.stated" -> messages.text(Boolean.parseBoolean(raw) ? "plan.stated" : "plan.not-stated");
            case "needs" -> messages.text(Boolean.parseBoolean(raw) ? "yes" : "no");
            case "kind" -> messages.text("clause.kind." + raw.toLowerCase(Locale.ROOT));
            case "lever" -> raw.equals(Plan.Lever.NONE.name()) ? Text.same(Shell.MISSING) : messages.text("plan.lever." + raw.toLowerCase(Locale.ROOT));
            case "evidence" -> texts(raw);
            case "figure.target" -> measured(change, raw, index, asOf);
            case "figure.baseline", "figure.path" -> points(raw);
            default -> Text.same(raw);
        };
    }

    private Text indicator(String id, @Nullable Instant asOf) {
        Indicator found = desk.indicator(QualifiedId.parse(id), asOf);
        return found == null ? Text.same(id) : found.title();
    }

    private static Text title(PlanIndex index, String id) {
        Plan.Commitment found = index.commitment(id);
        return found == null ? Text.same(id) : found.title();
    }

    private Text measured(PlanChange change, String number, PlanIndex index, @Nullable Instant asOf) {
        Plan.Commitment commitment = index.commitment(change.id());
        Indicator indicator = commitment == null || commitment.figure() == null
                ? null
                : desk.indicator(commitment.figure().indicator(), asOf);
        if (indicator == null) return Text.same(number);
        Text unit = indicator.unit().label();
        return both(l -> number + " " + unit.in(l));
    }

    /// `2025-06-30=60, 2025-12-31=124`, a star after what the source states.
    private Text points(String raw) {
        return both(l -> Arrays.stream(raw.split(BETWEEN))
                .map(point -> {
                    boolean stated = point.endsWith(" *");
                    String plain = (stated ? point.substring(0, point.length() - 2) : point).replace("=", messages.say(l, "colon"));
                    return stated ? messages.say(l, "history.stated", plain) : plain;
                })
                .collect(Collectors.joining(messages.say(l, "list"))));
    }

    /// `中文 | English; 中文 | English`.
    private Text texts(String raw) {
        return both(l -> Arrays.stream(raw.split(BETWEEN_TEXTS))
                .map(text -> text.split(" \\| ", 2))
                .map(parts -> parts[l == Language.ZH || parts.length < 2 ? 0 : 1])
                .collect(Collectors.joining(messages.say(l, "list"))));
    }

    private Text list(String raw, Function<String, Text> name) {
        List<Text> names = Arrays.stream(raw.split(BETWEEN)).map(name).toList();
        return both(l -> names.stream().map(n -> n.in(l)).collect(Collectors.joining(messages.say(l, "list"))));
    }

    private static Text both(Function<Language, String> say) {
        return new Text(say.apply(Language.ZH), say.apply(Language.EN));
    }
}

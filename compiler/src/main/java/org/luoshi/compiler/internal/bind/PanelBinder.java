package org.luoshi.compiler.internal.bind;

import static org.luoshi.compiler.internal.form.PanelForm.DEPUTIES;
import static org.luoshi.compiler.internal.form.PanelForm.FAILS;
import static org.luoshi.compiler.internal.form.PanelForm.INTO;
import static org.luoshi.compiler.internal.form.PanelForm.LEAST;
import static org.luoshi.compiler.internal.form.PanelForm.MAJORITY;
import static org.luoshi.compiler.internal.form.PanelForm.MEMBERS;
import static org.luoshi.compiler.internal.form.PanelForm.ODD;
import static org.luoshi.compiler.internal.form.PanelForm.PASSES;
import static org.luoshi.compiler.internal.form.PanelForm.QUORUM;
import static org.luoshi.compiler.internal.form.PanelForm.SECRET;
import static org.luoshi.compiler.internal.form.ProcessForm.ACTIONS;
import static org.luoshi.compiler.internal.form.ProcessForm.PANEL;
import static org.luoshi.compiler.internal.form.ProcessForm.STEP_BY;
import static org.luoshi.compiler.internal.mistake.PanelMistakes.COUNT_CANNOT;
import static org.luoshi.compiler.internal.mistake.PanelMistakes.HALF_A_VERDICT;
import static org.luoshi.compiler.internal.mistake.PanelMistakes.MEMBERS_APPLY;
import static org.luoshi.compiler.internal.mistake.PanelMistakes.NOT_A_SHARE;
import static org.luoshi.compiler.internal.mistake.PanelMistakes.NO_SUCH_ACTION;
import static org.luoshi.compiler.internal.mistake.PanelMistakes.ONE_CONVENER;
import static org.luoshi.compiler.internal.mistake.PanelMistakes.UNKNOWN_COUNT;
import static org.luoshi.compiler.internal.mistake.PanelMistakes.WRONG_FIELD;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luoshi.compiler.internal.mistake.Members;
import org.luoshi.compiler.internal.shape.Key;
import org.luoshi.compiler.internal.shape.Listed;
import org.luoshi.compiler.internal.shape.View;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Field;
import org.luoshi.pack.FieldType.DateType;
import org.luoshi.pack.FieldType.EnumerationType;
import org.luoshi.pack.FieldType.IntegerType;
import org.luoshi.pack.process.Action;
import org.luoshi.pack.process.Panel;
import org.luoshi.pack.process.Panel.Count;
import org.luoshi.pack.process.Share;

/// The panel of one step.
final class PanelBinder {

    private static final List<String> COUNTS =
            Arrays.stream(Count.values()).map(count -> count.name().toLowerCase(Locale.ROOT)).toList();

    private final World world;
    private final Draft draft;
    private final Optional<World.BoundEntity> content;
    private final ProcessRoles roles;

    PanelBinder(World world, Draft draft, Optional<World.BoundEntity> content, ProcessRoles roles) {
        this.world = world;
        this.draft = draft;
        this.content = content;
        this.roles = roles;
    }

    /// Null where the step has none, or none that fits.
    @Nullable Panel bind(Scalar step, View declared, List<Action> actions) {
        View view = declared.get(PANEL).orElse(null);
        if (view == null) return null;
        Optional<Scalar> members = view.get(MEMBERS).filter(roles::check);
        members.ifPresent(role -> checkMembers(step, declared, role));
        Map<Count, String> into = into(view);
        @Nullable String passes = action(step, view, PASSES, declared, actions, into);
        @Nullable String fails = action(step, view, FAILS, declared, actions, into);
        boolean half = view.has(PASSES) != view.has(FAILS);
        if (half) world.findings().report(HALF_A_VERDICT.at(view.keyAt(view.has(PASSES) ? PASSES : FAILS)));
        Optional<Share> quorum = share(view, QUORUM);
        Optional<Share> majority = share(view, MAJORITY);
        if (members.isEmpty() || quorum.isEmpty() || majority.isEmpty() || (passes == null) != (fails == null)) return null;
        return new Panel(
                members.get().text(),
                view.get(LEAST, 1),
                view.get(ODD, false),
                quorum.get(),
                majority.get(),
                view.get(SECRET, false),
                view.get(DEPUTIES, false),
                passes,
                fails,
                into);
    }

    private void checkMembers(Scalar step, View declared, Scalar role) {
        if (roles.applies(role.text())) {
            world.findings().report(MEMBERS_APPLY.at(role.span()).with("role", role.text()));
        }
        List<Listed<Scalar>> by = declared.get(STEP_BY, List.of());
        boolean convenes = by.stream().anyMatch(one -> one.value().text().equals(role.text()));
        if (by.size() > 1 || convenes) {
            world.findings()
                    .report(ONE_CONVENER
                            .at(declared.at(STEP_BY))
                            .with("step", step.text())
                            .with("members", role.text())
                            .other(role.span()));
        }
    }

    private Optional<Share> share(View view, Key<Scalar> key) {
        return view.get(key).flatMap(written -> {
            Optional<Share> share = Share.read(written.text());
            if (share.isEmpty()) world.findings().report(NOT_A_SHARE.at(written.span()).with("word", written.text()));
            return share;
        });
    }

    private @Nullable String action(
            Scalar step, View view, Key<Scalar> key, View declared, List<Action> actions, Map<Count, String> into) {
        Scalar name = view.get(key).orElse(null);
        if (name == null) return null;
        Optional<Action> action =
                actions.stream().filter(a -> a.id().equals(name.text())).findFirst();
        if (action.isEmpty()) {
            List<String> known = actions.stream().map(Action::id).toList();
            world.findings()
                    .report(NO_SUCH_ACTION
                            .at(name.span())
                            .with("step", step.text())
                            .with("name", name.text())
                            .with("members", Members.of(known, name.text()))
                            .with("meant", Members.meant(name.text(), known)));
            return null;
        }
        Optional<String> unwritten = action.get().needed().stream()
                .filter(field -> !into.containsValue(field))
                .sorted()
                .findFirst();
        if (action.get().reason() || unwritten.isPresent()) {
            world.findings()
                    .report(COUNT_CANNOT
                            .at(name.span())
                            .with("action", name.text())
                            .with("field", unwritten.orElse("reason"))
                            .other(declared.at(ACTIONS)));
        }
        return name.text();
    }

    private Map<Count, String> into(View view) {
        Map<Count, String> into = new EnumMap<>(Count.class);
        view.get(INTO, Map.of()).forEach((name, field) -> {
            if (!COUNTS.contains(name.text())) {
                world.findings()
                        .report(UNKNOWN_COUNT
                                .at(name.span())
                                .with("name", name.text())
                                .with("members", Members.list(COUNTS))
                                .with("meant", Members.meant(name.text(), COUNTS)));
                return;
            }
            Count count = Count.valueOf(name.text().toUpperCase(Locale.ROOT));
            content.flatMap(entity -> new Named(world, draft).field(entity, field.value()))
                    .filter(kept -> fits(count, kept, field.value()))
                    .ifPresent(kept -> into.put(count, kept.id()));
        });
        return into;
    }

    private boolean fits(Count count, Field field, Scalar name) {
        Text want =
                switch (count) {
                    case RESULT -> new Text("有 `passed` 和 `failed` 两个值的枚举", "an enumeration with the values `passed` and `failed`");
                    case COUNTED_ON -> new Text("日期", "a date");
                    default -> new Text("整数", "an integer");
                };
        boolean fits =
                switch (count) {
                    case RESULT -> field.type() instanceof EnumerationType values
                            && values.position("passed") >= 0
                            && values.position("failed") >= 0;
                    case COUNTED_ON -> field.type() instanceof DateType;
                    default -> field.type() instanceof IntegerType;
                };
        if (!fits) {
            world.findings()
                    .report(WRONG_FIELD
                            .at(name.span())
                            .with("count", count.name().toLowerCase(Locale.ROOT))
                            .with("field", field.id())
                            .with("want", want)
                            .other(content.orElseThrow().at(field.id())));
        }
        return fits;
    }
}

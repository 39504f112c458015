package org.luoshi.compiler.internal.bind;

import static org.luoshi.compiler.internal.form.DecisionForm.ABOUT;
import static org.luoshi.compiler.internal.form.DecisionForm.AGGREGATE;
import static org.luoshi.compiler.internal.form.DecisionForm.BECAUSE;
import static org.luoshi.compiler.internal.form.DecisionForm.CONTENT;
import static org.luoshi.compiler.internal.form.DecisionForm.HIT;
import static org.luoshi.compiler.internal.form.DecisionForm.INPUTS;
import static org.luoshi.compiler.internal.form.DecisionForm.INPUT_TITLE;
import static org.luoshi.compiler.internal.form.DecisionForm.OPTIONAL;
import static org.luoshi.compiler.internal.form.DecisionForm.OTHERWISE;
import static org.luoshi.compiler.internal.form.DecisionForm.OUTPUTS;
import static org.luoshi.compiler.internal.form.DecisionForm.RULES;
import static org.luoshi.compiler.internal.form.DecisionForm.THEN;
import static org.luoshi.compiler.internal.form.DecisionForm.TITLE;
import static org.luoshi.compiler.internal.form.DecisionForm.VALUE;
import static org.luoshi.compiler.internal.form.DecisionForm.WHEN;
import static org.luoshi.compiler.internal.mistake.DecisionMistakes.IDLE_AGGREGATE;
import static org.luoshi.compiler.internal.mistake.DecisionMistakes.INPUT_TYPE;
import static org.luoshi.compiler.internal.mistake.DecisionMistakes.INTO_OF_MANY;
import static org.luoshi.compiler.internal.mistake.DecisionMistakes.INTO_OTHER_TYPE;
import static org.luoshi.compiler.internal.mistake.DecisionMistakes.NOT_ONE_NUMBER;
import static org.luoshi.compiler.internal.mistake.DecisionMistakes.NO_ANSWER;
import static org.luoshi.compiler.internal.mistake.DecisionMistakes.NO_ORDER;
import static org.luoshi.compiler.internal.mistake.DecisionMistakes.TOO_RICH;
import static org.luoshi.compiler.internal.mistake.DecisionMistakes.UNKNOWN_INPUT;
import static org.luoshi.compiler.internal.mistake.DecisionMistakes.UNKNOWN_OUTPUT;
import static org.luoshi.compiler.internal.mistake.EntityMistakes.UNKNOWN_ENTITY;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.compiler.internal.form.EntityForm;
import org.luoshi.compiler.internal.form.FieldForms;
import org.luoshi.compiler.internal.mistake.Findings;
import org.luoshi.compiler.internal.mistake.Members;
import org.luoshi.compiler.internal.shape.Listed;
import org.luoshi.compiler.internal.shape.View;
import org.luoshi.compiler.internal.yaml.Node.Scalar;
import org.luoshi.kernel.diagnostic.Span;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Field;
import org.luoshi.pack.FieldType;
import org.luoshi.pack.QualifiedId;
import org.luoshi.pack.decision.Aggregator;
import org.luoshi.pack.decision.Cells;
import org.luoshi.pack.decision.DecisionTable;
import org.luoshi.pack.decision.DecisionTable.Input;
import org.luoshi.pack.decision.DecisionTable.Output;
import org.luoshi.pack.decision.DecisionTable.Rule;
import org.luoshi.pack.decision.HitPolicy;
import org.luoshi.pack.decision.TypedValue;
import org.luoshi.pack.expression.Expr;
import org.luoshi.pack.expression.Type;

/// One decision table: its parts, and then what its rules cover.
final class DecisionBinder {

    private final World world;
    private final Draft draft;
    private final ParsedFile file;
    private final View view;
    private final Findings findings;
    private final Expressions expressions;
    private final Map<String, Span> declared = new LinkedHashMap<>();
    private boolean whole = true;

    DecisionBinder(World world, Draft draft, ParsedFile file, View view) {
        this.world = world;
        this.draft = draft;
        this.file = file;
        this.view = view;
        this.findings = world.findings();
        this.expressions = new Expressions(world, draft);
    }

    void bind() {
        QualifiedId id = new QualifiedId(draft.id(), file.name());
        Optional<World.BoundEntity> content = view.get(CONTENT)
                .flatMap(name -> world.references().resolve(draft, name, EntityForm.CONSTRUCT, UNKNOWN_ENTITY, findings))
                .flatMap(found -> Optional.ofNullable(world.entities().get(found)));
        List<Input> inputs = content.map(this::inputs).orElse(List.of());
        List<Output> outputs = outputs(content);
        checkPolicy(outputs);
        List<Listed<View>> written = view.get(RULES, List.of());
        List<Rule> rules = new ArrayList<>();
        for (Listed<View> rule : written) rules.add(rule(rules.size() + 1, rule, inputs, outputs));
        @Nullable Map<String, Object> otherwise = view.get(OTHERWISE)
                .map(answers -> answers(answers, outputs, view.keyAt(OTHERWISE)))
                .orElse(null);
        boolean usable = whole && view.whole() && content.isPresent() && !rules.isEmpty();
        Optional<DecisionTable> table = usable
                ? Optional.of(new DecisionTable(
                        id,
                        view.get(TITLE, Text.EMPTY),
                        view.get(ABOUT, Text.EMPTY),
                        content.get().entity().id(),
                        view.get(HIT, HitPolicy.UNIQUE),
                        view.get(AGGREGATE).orElse(null),
                        inputs,
                        outputs,
                        rules,
                        otherwise))
                : Optional.empty();
        world.decisions().put(id, new World.BoundDecision(table, view, file));
        table.ifPresent(t -> new DecisionCoverage(t, written.stream().map(Listed::span).toList(), world)
                .check(view.at(HIT)));
    }

    private List<Input> inputs(World.BoundEntity content) {
        List<Input> inputs = new ArrayList<>();
        view.get(INPUTS, Map.of()).forEach((id, listed) -> {
            int known = inputs.size();
            input(id, listed.value(), content).ifPresent(inputs::add);
            whole &= inputs.size() > known;
        });
        return inputs;
    }

    private Optional<Input> input(Scalar id, View input, World.BoundEntity content) {
        Optional<Scalar> value = input.get(VALUE);
        if (input.broken(VALUE)) return Optional.empty();
        Optional<Field> direct = Optional.empty();
        Optional<Expr> expr;
        if (value.isEmpty()) {
            direct = new Named(world, draft).field(content, id);
            expr = direct.map(field -> new Expr.FieldPath(
                    content.entity().id(), List.of(field.id()), Type.of(field.type()), 0));
        } else {
            expr = expressions.input(value.get(), content);
            if (expr.orElse(null) instanceof Expr.FieldPath path && path.path().size() == 1)
                direct = content.entity().field(path.path().getFirst());
        }
        if (expr.isEmpty()) return Optional.empty();
        Span at = value.map(Scalar::span).orElse(id.span());
        Optional<FieldType> type = direct.map(Field::type).or(() -> typed(expr.get().type()));
        if (type.filter(DecisionBinder::decides).isEmpty()) {
            findings.report(INPUT_TYPE
                    .at(at)
                    .with("input", id.text())
                    .with("type", type.flatMap(t -> Optional.of(Type.of(t).label())).orElse(expr.get().type().label())));
            return Optional.empty();
        }
        Text title = input.get(INPUT_TITLE)
                .or(() -> content.entity().field(id.text()).map(Field::title))
                .orElse(Text.same(id.text()));
        boolean personal = expr.get().all()
                .anyMatch(part -> part instanceof Expr.FieldPath path && world.entities().values().stream()
                        .flatMap(entity -> entity.entity().field(path.path().getLast()).stream())
                        .anyMatch(field -> field.personal() != null));
        return Optional.of(new Input(
                id.text(), title, expr.get(), type.get(), direct.map(Field::id).orElse(null), input.get(OPTIONAL, false), !personal));
    }

    /// The type of something computed.
    private static Optional<FieldType> typed(Type type) {
        return switch (type) {
            case Type.BooleanType _ -> Optional.of(new FieldType.BooleanType());
            case Type.NumberType(var unit, var integer) -> Optional.of(integer
                    ? new FieldType.IntegerType(unit, null, null)
                    : new FieldType.DecimalType(34, 6, unit, null, null));
            case Type.TextType _ -> Optional.of(new FieldType.TextType(10_000, null));
            case Type.DateType _ -> Optional.of(new FieldType.DateType());
            case Type.EnumType(var enumeration) -> Optional.of(enumeration);
            case Type.UnitRefType _ -> Optional.of(new FieldType.UnitType(Set.of()));
            default -> Optional.empty();
        };
    }

    private static boolean decides(FieldType type) {
        return switch (type) {
            case FieldType.MomentType _, FieldType.ReferenceType _, FieldType.PointType _ -> false;
            default -> true;
        };
    }

    private List<Output> outputs(Optional<World.BoundEntity> content) {
        List<Output> outputs = new ArrayList<>();
        view.get(OUTPUTS, Map.of()).forEach((id, listed) -> {
            View output = listed.value();
            declared.put(id.text(), id.span());
            Optional<Field> shape = new FieldBinder(world, draft, id.text(), output).bind();
            whole &= shape.isPresent();
            Optional<Field> into = output.get(FieldForms.INTO)
                    .flatMap(name -> content.flatMap(c -> new Named(world, draft).field(c, name)));
            whole &= into.isPresent() || !output.has(FieldForms.INTO);
            shape.ifPresent(field -> {
                into.ifPresent(target -> checkInto(output, field, target, content.orElseThrow()));
                outputs.add(new Output(field, into.map(Field::id).orElse(null)));
            });
        });
        return outputs;
    }

    private void checkInto(View output, Field shape, Field target, World.BoundEntity content) {
        if (!goesInto(shape.type(), target.type())) {
            findings.report(INTO_OTHER_TYPE
                    .at(output.at(FieldForms.INTO))
                    .with("output", shape.id())
                    .with("field", target.id())
                    .other(content.at(target.id())));
        }
        boolean many = view.has(HIT)
                && view.get(HIT).map(hit -> !hit.answersOnce() && !view.has(AGGREGATE)).orElse(false);
        if (many) findings.report(INTO_OF_MANY.at(output.at(FieldForms.INTO)).other(view.at(HIT)));
    }

    private static boolean goesInto(FieldType answer, FieldType field) {
        return switch (answer) {
            case FieldType.EnumerationType answers -> field instanceof FieldType.EnumerationType values
                    && answers.values().stream().allMatch(value -> values.position(value.id()) >= 0);
            case FieldType.IntegerType answers ->
                field instanceof FieldType.IntegerType values && values.unit().equals(answers.unit());
            case FieldType.DecimalType answers -> field instanceof FieldType.DecimalType values
                    && values.unit().equals(answers.unit())
                    && values.decimals() >= answers.decimals();
            case FieldType.TextType answers ->
                field instanceof FieldType.TextType values && values.maxLength() >= answers.maxLength();
            default -> answer.getClass() == field.getClass();
        };
    }

    private void checkPolicy(List<Output> outputs) {
        HitPolicy hit = view.get(HIT).orElse(null);
        if (hit == null) return;
        boolean ordered = outputs.stream().anyMatch(o -> o.shape().type() instanceof FieldType.EnumerationType);
        if (hit.ranks() && !ordered && whole) {
            findings.report(NO_ORDER.at(view.at(HIT)).with("hit", view.scalar(HIT).map(Scalar::text).orElse("")));
            whole = false;
        }
        Aggregator aggregator = view.get(AGGREGATE).orElse(null);
        if (aggregator == null) return;
        if (hit != HitPolicy.COLLECT) {
            findings.report(IDLE_AGGREGATE.at(view.keyAt(AGGREGATE)).other(view.at(HIT)));
            whole = false;
        }
        boolean one = outputs.size() == 1
                && switch (outputs.getFirst().shape().type()) {
                    case FieldType.IntegerType _ -> true;
                    case FieldType.DecimalType _ -> aggregator != Aggregator.COUNT;
                    default -> false;
                };
        if (!one && whole) {
            findings.report(NOT_ONE_NUMBER
                    .at(view.at(AGGREGATE))
                    .with("aggregate", view.scalar(AGGREGATE).map(Scalar::text).orElse(""))
                    .with(
                            "types",
                            Members.list(aggregator == Aggregator.COUNT ? List.of("integer") : List.of("integer", "decimal"))));
            whole = false;
        }
    }

    private Rule rule(int number, Listed<View> listed, List<Input> inputs, List<Output> outputs) {
        View rule = listed.value();
        Map<String, Expr> when = new LinkedHashMap<>();
        rule.get(WHEN, Map.of()).forEach((name, cell) -> inputs.stream()
                .filter(input -> input.id().equals(name.text()))
                .findFirst()
                .ifPresentOrElse(
                        input -> cell(input, cell.value()).ifPresent(expr -> when.put(input.id(), expr)),
                        () -> unknownInput(name)));
        boolean counted = view.get(AGGREGATE).orElse(null) == Aggregator.COUNT;
        Map<String, Object> then = counted && !rule.has(THEN)
                ? Map.of()
                : answers(rule.get(THEN, Map.of()), outputs, rule.has(THEN) ? rule.keyAt(THEN) : listed.span());
        whole &= rule.whole();
        return new Rule(number, when, then, rule.get(BECAUSE).orElse(null));
    }

    private Optional<Expr> cell(Input input, Scalar written) {
        Optional<Expr> cell = expressions.condition(written, Map.of(input.id(), Type.of(input.type())));
        whole &= cell.isPresent();
        Optional<Expr> tooRich = cell.flatMap(Cells::tooRich);
        tooRich.ifPresent(part -> {
            whole = false;
            findings.report(TOO_RICH.at(written.span()).with("input", input.id()));
        });
        return cell.filter(_ -> tooRich.isEmpty());
    }

    private void unknownInput(Scalar name) {
        Set<String> known = view.get(INPUTS, Map.of()).keySet().stream().map(Scalar::text).collect(Collectors.toSet());
        whole = false;
        if (known.contains(name.text()) || view.broken(INPUTS)) return;
        List<String> ids = view.get(INPUTS, Map.of()).keySet().stream().map(Scalar::text).toList();
        findings.report(UNKNOWN_INPUT
                .at(name.span())
                .with("name", name.text())
                .with("members", Members.of(ids, name.text()))
                .with("meant", Members.meant(name.text(), ids))
                .other(view.keyAt(INPUTS)));
    }

    /// @param at what to point at where an answer is missing
    private Map<String, Object> answers(Map<Scalar, Listed<Scalar>> written, List<Output> outputs, Span at) {
        Map<String, Object> answers = new LinkedHashMap<>();
        written.forEach((name, answer) -> outputs.stream()
                .filter(output -> output.id().equals(name.text()))
                .findFirst()
                .ifPresentOrElse(output -> answer(output, answer.value()).ifPresent(value -> answers.put(output.id(), value)), () -> {
                    whole = false;
                    if (declared.containsKey(name.text()) || view.broken(OUTPUTS)) return;
                    findings.report(UNKNOWN_OUTPUT
                            .at(name.span())
                            .with("name", name.text())
                            .with("members", Members.of(declared.keySet(), name.text()))
                            .with("meant", Members.meant(name.text(), declared.keySet()))
                            .other(view.keyAt(OUTPUTS)));
                }));
        for (Output output : outputs) {
            boolean given = written.keySet().stream().anyMatch(name -> name.text().equals(output.id()));
            if (given) continue;
            whole = false;
            findings.report(NO_ANSWER.at(at).with("output", output.id()).other(declared.getOrDefault(output.id(), at)));
        }
        return answers;
    }

    private Optional<Object> answer(Output output, Scalar written) {
        Field shape = output.shape();
        boolean fits = new FieldValue(world).check(shape, declared.getOrDefault(shape.id(), written.span()), written);
        whole &= fits;
        return fits ? Optional.of(TypedValue.of(shape.type(), written.text())) : Optional.empty();
    }
}

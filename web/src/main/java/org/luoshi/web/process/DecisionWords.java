package org.luoshi.web.process;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.measure.UnitOfMeasure;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.Field;
import org.luoshi.pack.FieldType;
import org.luoshi.pack.decision.DecisionTable.Input;
import org.luoshi.pack.decision.DecisionTable.Output;
import org.luoshi.process.CaseDecision;
import org.luoshi.process.CaseView;
import org.luoshi.process.Cases;
import org.luoshi.web.shell.Messages;
import org.luoshi.web.shell.Shell;
import org.springframework.stereotype.Component;

/// What decision tables answered in a case, in words.
@Component
class DecisionWords {

    private final Cases cases;
    private final Messages messages;

    DecisionWords(Cases cases, Messages messages) {
        this.cases = cases;
        this.messages = messages;
    }

    List<CasePage.Decided> of(CaseView view, Shell shell) {
        if (view.decisions().isEmpty()) return List.of();
        return view.decisions().stream().map(decision -> of(decision, view, shell)).toList();
    }

    private CasePage.Decided of(CaseDecision decision, CaseView view, Shell shell) {
        List<CasePage.Fact> inputs = new ArrayList<>();
        for (Input input : decision.table().inputs()) {
            Object value = decision.inputs().get(input.id());
            if (value == null) continue;
            Field shape = new Field(input.id(), input.title(), input.type(), false, null, null);
            inputs.add(new CasePage.Fact(input.title(), words(view, shape, plain(value), shell), false));
        }
        List<CasePage.Fact> answers = new ArrayList<>();
        for (Map<String, Object> answer : decision.answers()) {
            for (Output output : decision.table().outputs()) {
                answers.add(new CasePage.Fact(
                        output.shape().title(), words(view, output.shape(), answer.get(output.id()), shell), false));
            }
        }
        return new CasePage.Decided(
                decision.at(), decision.table().title(), inputs, answers, rules(decision), decision.reasons());
    }

    /// A computed number without the zeros that a division leaves.
    private static Object plain(Object value) {
        if (!(value instanceof BigDecimal number)) return value;
        BigDecimal bare = number.stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0, RoundingMode.UNNECESSARY) : bare;
    }

    private Text rules(CaseDecision decision) {
        if (!decision.rules().isEmpty()) {
            String numbers = decision.rules().stream().map(String::valueOf).collect(Collectors.joining(", "));
            return messages.text("case.decision.rules", numbers);
        }
        return messages.text(decision.answers().isEmpty() ? "case.decision.nothing" : "case.decision.no-rule");
    }

    private String words(CaseView view, Field shape, @Nullable Object value, Shell shell) {
        String words = cases.show(view, shape, value, shell.language());
        UnitOfMeasure unit = switch (shape.type()) {
            case FieldType.IntegerType integer -> integer.unit();
            case FieldType.DecimalType decimal -> decimal.unit();
            default -> null;
        };
        return words.isEmpty() || unit == null || unit.symbol().equals("1") ? words : words + " " + unit.symbol();
    }
}

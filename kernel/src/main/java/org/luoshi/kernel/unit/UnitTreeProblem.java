package org.luoshi.kernel.unit;

import java.util.List;
import org.luoshi.kernel.text.Text;

/// Why units and their parents make no tree.
public sealed interface UnitTreeProblem {

    Text text();

    record DuplicateUnit(String unit) implements UnitTreeProblem {
        @Override
        public Text text() {
            return new Text("单位 `%s` 声明了两次".formatted(unit), "unit `%s` is declared twice".formatted(unit));
        }
    }

    /// Two units carry one code at one time.
    record DuplicateCode(UnitCode code, String first, String second) implements UnitTreeProblem {
        @Override
        public Text text() {
            return new Text(
                    "`%s` 与 `%s` 的代码都是 %s".formatted(first, second, code),
                    "`%s` and `%s` both have the code %s".formatted(first, second, code));
        }
    }

    /// @param parent the link whose lower end is not declared
    record UnknownUnit(UnitParent parent) implements UnitTreeProblem {
        @Override
        public Text text() {
            return new Text(
                    "`%s` 的下级 `%s` 未声明".formatted(parent.parent(), parent.unit()),
                    "`%s`, placed under `%s`, is not declared".formatted(parent.unit(), parent.parent()));
        }
    }

    /// @param nearest declared ids one may have meant, possibly none
    record UnknownParent(UnitParent parent, List<String> nearest) implements UnitTreeProblem {
        @Override
        public Text text() {
            return new Text(
                    "`%s` 的上级 `%s` 未声明".formatted(parent.unit(), parent.parent()),
                    "`%s`, the parent of `%s`, is not declared".formatted(parent.parent(), parent.unit()));
        }
    }

    /// Two parents on one basis at one time.
    record OverlappingParents(UnitParent first, UnitParent second, Validity overlap) implements UnitTreeProblem {
        @Override
        public Text text() {
            return new Text(
                    "`%s` 在%s下同时有 `%s` 和 `%s` 两个上级（%s）"
                            .formatted(
                                    first.unit(), first.basis().label().zh(), first.parent(), second.parent(), overlap),
                    "`%s` has two parents on the %s, `%s` and `%s` (%s)"
                            .formatted(
                                    first.unit(),
                                    first.basis().label().en(),
                                    first.parent(),
                                    second.parent(),
                                    overlap));
        }
    }

    /// The parent does not exist all the time it is named as one: usually a merger that forgot a unit below.
    record ParentAbsent(UnitParent parent, Validity parentValidity) implements UnitTreeProblem {
        @Override
        public Text text() {
            return new Text(
                    "`%s` 的上级 `%s` 只存续于 %s，归属却声明为 %s"
                            .formatted(parent.unit(), parent.parent(), parentValidity, parent.validity()),
                    "`%s` is placed under `%s` for %s, which exists only for %s"
                            .formatted(parent.unit(), parent.parent(), parent.validity(), parentValidity));
        }
    }

    /// @param units in order upwards, starting with the least id
    record Cycle(List<String> units, Basis basis, Validity validity) implements UnitTreeProblem {
        public Cycle {
            units = List.copyOf(units);
        }

        @Override
        public Text text() {
            String round = String.join("` → `", units) + "` → `" + units.getFirst();
            return new Text(
                    "%s的上级关系成环：`%s`（%s）".formatted(basis.label().zh(), round, validity),
                    "parents on the %s go round in a circle: `%s` (%s)".formatted(basis.label().en(), round, validity));
        }
    }

    /// A succession that names an undeclared unit, or a predecessor that does not end on that day.
    record BrokenSuccession(Succession succession) implements UnitTreeProblem {
        @Override
        public Text text() {
            return new Text(
                    "`%s` 由 `%s` 承接（%s）：前者须止于该日，后者须在该日存续"
                            .formatted(succession.predecessor(), succession.successor(), succession.on()),
                    "`%s` is succeeded by `%s` on %s: the first must end that day and the second exist that day"
                            .formatted(succession.predecessor(), succession.successor(), succession.on()));
        }
    }
}

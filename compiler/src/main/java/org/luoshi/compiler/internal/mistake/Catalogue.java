package org.luoshi.compiler.internal.mistake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Every mistake the compiler tells by itself, by code. Those of expressions are declared with their checker.
public final class Catalogue {

    public static final List<Mistake> ALL = all();

    private Catalogue() {}

    public static Optional<Mistake> find(String code) {
        return ALL.stream().filter(m -> m.code().value().equals(code)).findFirst();
    }

    private static List<Mistake> all() {
        List<Mistake> all = new ArrayList<>();
        all.addAll(FileMistakes.all());
        all.addAll(ShapeMistakes.all());
        all.addAll(EntityMistakes.all());
        all.addAll(IndicatorMistakes.all());
        all.addAll(TestMistakes.all());
        all.addAll(CityMistakes.all());
        all.addAll(PlanMistakes.all());
        all.addAll(PackMistakes.all());
        all.addAll(ProcessMistakes.all());
        all.addAll(WayMistakes.all());
        all.addAll(PanelMistakes.all());
        all.addAll(DecisionMistakes.all());
        all.addAll(QualityMistakes.all());
        all.addAll(AttachmentMistakes.all());
        all.addAll(WarningMistakes.all());
        all.sort(Comparator.comparing(Mistake::code));
        return List.copyOf(all);
    }
}

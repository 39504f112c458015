package org.luoshi.plan;

import org.luoshi.kernel.text.Text;

/// The packs of a past moment are lost, and today's do not declare what the plan of then is judged by.
public final class NotJudgeable extends RuntimeException {

    private final transient Text reason;

    /// @param lacking what today's packs do not declare, e.g. `city.rule`
    public NotJudgeable(String lacking) {
        super("not declared any more: " + lacking);
        this.reason = new Text(
                "当时启用的系统包没有保存，或本程序已不能读；现行系统包又不声明 %s，所以不能判定当时的状态。".formatted(lacking),
                "The packs in force then were not kept, or this program cannot read them any more, and today's packs do not declare %s: the statuses of then cannot be judged."
                        .formatted(lacking));
    }

    public Text reason() {
        return reason;
    }
}

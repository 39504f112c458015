package org.luoshi.register;

import java.util.Set;
import org.luoshi.kernel.text.Language;
import org.luoshi.kernel.text.Text;

/// The packs want schema changes that would lose something nobody asked to lose. Nothing was changed.
public final class SchemaRefused extends RuntimeException {

    private final transient SchemaPlan plan;
    private final transient Text reason;

    public SchemaRefused(SchemaPlan plan, Set<String> consents) {
        super(plan.render(Language.EN, consents));
        this.plan = plan;
        this.reason = new Text(plan.render(Language.ZH, consents), plan.render(Language.EN, consents));
    }

    public SchemaPlan plan() {
        return plan;
    }

    public Text reason() {
        return reason;
    }
}

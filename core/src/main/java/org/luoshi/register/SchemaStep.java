package org.luoshi.register;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.QualifiedId;

/// One step of a schema plan.
///
/// @param subject `pack`, `pack.entity` or `pack.entity.field`
/// @param text what it does
/// @param sql the statements, in order
/// @param loss what it would lose or leave unfulfilled; null for a safe step
/// @param moves names that are free, or have another meaning, afterwards
public record SchemaStep(
        Kind kind, String subject, Text text, List<String> sql, @Nullable Loss loss, List<Move> moves) {

    /// In the order in which steps of a plan run.
    public enum Kind {
        DROP_INDEX,
        DROP_RULE,
        RENAME_COLUMN,
        CREATE_SCHEMA,
        CREATE_TABLE,
        DROP_COLUMN,
        CHANGE_TYPE,
        ADD_COLUMN,
        DROP_TABLE,
        ALLOW_MISSING,
        REQUIRE,
        ADD_RULE,
        ADD_INDEX,
        DESCRIBE
    }

    /// Why a step is refused.
    ///
    /// @param text what is lost, with counts
    /// @param remedy how to go on
    /// @param consentable whether naming the subject (`--drop subject`) lets it run
    public record Loss(Text text, Text remedy, boolean consentable) {}

    /// A column, or a whole register, whose values are under another name from now on.
    ///
    /// @param name of the column, or [#WHOLE]
    /// @param to the column's new name, or the register's new schema
    public record Move(QualifiedId entity, String name, String to) {

        public static final String WHOLE = "";
    }

    public SchemaStep {
        sql = List.copyOf(sql);
        moves = List.copyOf(moves);
    }

    public SchemaStep(Kind kind, String subject, Text text, List<String> sql, @Nullable Loss loss) {
        this(kind, subject, text, sql, loss, List.of());
    }
}

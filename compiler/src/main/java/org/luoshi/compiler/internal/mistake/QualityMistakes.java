package org.luoshi.compiler.internal.mistake;

import java.util.List;

/// LP12: data-quality checks.
public final class QualityMistakes {

    private static final Mistake.Shelf SHELF = new Mistake.Shelf();

    public static final Mistake NOT_ONE_RULE = SHELF.error(
                    1201,
                    "一项检查须有 `fresh`、`complete`、`outlier`、`contradiction` 之一，现有 {count} 个",
                    "a check has one of `fresh`, `complete`, `outlier`, `contradiction`; this one has {count}")
            .end();
    public static final Mistake NO_OWNER = SHELF.error(
                    1202,
                    "登记表 `{entity}` 没有 `unit`，查出的问题没有单位负责",
                    "entity `{entity}` has no `unit`, so nobody would own what is found")
            .other("登记表在这里", "the entity is here")
            .help("在登记表里写明 `unit`", "name a `unit` in the entity")
            .end();
    public static final Mistake WRONG_FIELD_TYPE = SHELF.error(
                    1203, "`{field}` 的类型是 `{type}`，这里要 {members} 之一", "`{field}` is of type `{type}`; here it must be one of {members}")
            .other("字段在这里", "the field is here")
            .end();
    public static final Mistake ALWAYS_FILLED = SHELF.advice(
                    1204, "`{field}` 必填，总是填了的", "`{field}` is required, so it is always filled")
            .other("字段在这里", "the field is here")
            .help("从 `fields` 里去掉它，填写率才说明问题", "take it out of `fields`, so that the share says something")
            .end();

    private QualityMistakes() {}

    static List<Mistake> all() {
        return SHELF.mistakes();
    }
}

package org.luoshi.compiler.internal.mistake;

import java.util.List;

/// LP09: packs among each other, and silenced advice.
public final class PackMistakes {

    private static final Mistake.Shelf SHELF = new Mistake.Shelf();

    public static final Mistake UNKNOWN_PACK = SHELF.error(901, "没有包 `{pack}`", "there is no pack `{pack}`")
            .note("在场的包：{members}", "packs at hand: {members}")
            .help("是不是 `{meant}`？", "did you mean `{meant}`?")
            .end();
    public static final Mistake NOT_A_DEPENDENCY = SHELF.error(
                    902,
                    "`{name}` 属于包 `{pack}`，而本包没有声明依赖它",
                    "`{name}` belongs to pack `{pack}`, which this pack does not depend on")
            .help("在 pack.yaml 的 `depends` 里加上 `{pack}`", "add `{pack}` to `depends` in pack.yaml")
            .end();
    public static final Mistake WRONG_VERSION = SHELF.error(
                    903, "需要 `{pack}` {range}，在场的是 {version}", "`{pack}` {range} is needed, {version} is at hand")
            .other("版本在这里", "its version is here")
            .end();
    public static final Mistake DEPENDENCY_CYCLE = SHELF.error(
                    904, "包互相依赖成环：{circle}", "packs depend on each other in a circle: {circle}")
            .other("环的另一段", "another part of the circle")
            .help("把共用的部分移到一个单独的包", "move what they share into a pack of its own")
            .end();
    public static final Mistake WRONG_LUOSHI = SHELF.error(
                    905, "包需要落实 {range}，这里是 {version}", "the pack needs Luoshi {range}, this is {version}")
            .end();
    public static final Mistake UNUSED_DEPENDENCY = SHELF.advice(
                    906, "依赖 `{pack}`，却没有用到它", "depends on `{pack}` but uses nothing of it")
            .end();
    public static final Mistake TWO_PACKS = SHELF.error(907, "有两个名为 `{pack}` 的包", "there are two packs named `{pack}`")
            .note("读到的是 `{first}` 和 `{second}`", "read: `{first}` and `{second}`")
            .help("包的标识就是文件夹名：改名，或只检查其中一个", "a pack's id is the name of its folder: rename one, or check only one")
            .end();
    public static final Mistake UNKNOWN_CODE =
            SHELF.error(908, "没有代码 `{code}`", "there is no code `{code}`").end();
    public static final Mistake NOT_ADVICE = SHELF.error(
                    909, "`{code}` 是错误，不能略过", "`{code}` is an error and cannot be silenced")
            .note("只有建议可以略过", "only advice can be silenced")
            .end();
    public static final Mistake SILENCES_NOTHING = SHELF.advice(
                    910, "这个文件里没有 `{code}` 可略过", "there is no `{code}` in this file to silence")
            .help("删去这一项", "delete this entry")
            .end();
    public static final Mistake DEPENDS_ON_ITSELF = SHELF.error(
                    911, "包 `{pack}` 依赖自己", "pack `{pack}` depends on itself")
            .end();
    public static final Mistake BAD_PACK_NAME = SHELF.error(
                    912, "文件夹名 `{name}` 不能作包的标识", "the folder name `{name}` cannot be a pack's id")
            .note(
                    "小写字母开头，只用小写字母、数字和下划线，至多 41 个字符",
                    "a lower-case letter first, then lower-case letters, digits and underscores, 41 at most")
            .help("改名为 `{meant}`", "rename it to `{meant}`")
            .end();
    public static final Mistake SAMPLES_NOT_LABELLED = SHELF.error(
                    913, "包有样例，却没有写明是编造的", "the pack has samples but does not say that they are made up")
            .help("在 pack.yaml 里写 `synthetic_samples: true`", "write `synthetic_samples: true` in pack.yaml")
            .end();
    public static final Mistake RESERVED_PACK = SHELF.error(
                    914, "`{name}` 是系统保留的名称，不能作包的标识", "`{name}` is reserved and cannot be a pack's id")
            .note("每个包有一个同名的数据库模式", "each pack has a database schema of its name")
            .end();

    private PackMistakes() {}

    static List<Mistake> all() {
        return SHELF.mistakes();
    }
}

package org.luoshi.compiler.internal.mistake;

import java.util.List;

/// LP01: values that do not have the shape their key asks for.
public final class ShapeMistakes {

    private static final Mistake.Shelf SHELF = new Mistake.Shelf();

    public static final Mistake UNKNOWN_KEY = SHELF.error(101, "{what}没有 `{key}` 这个键", "unknown key `{key}` in {what}")
            .note("可以写的键：{members}", "known keys: {members}")
            .help("是不是 `{meant}`？", "did you mean `{meant}`?")
            .end();
    public static final Mistake WRONG_KIND = SHELF.error(
                    102, "应为{expected}，写的是{found}", "expected {expected}, found {found}")
            .note("可以写的键：{members}", "known keys: {members}")
            .end();
    public static final Mistake NOT_A_MEMBER = SHELF.error(103, "`{word}` 不是{what}", "`{word}` is not {what}")
            .note("可选：{members}", "choose from {members}")
            .help("是不是 `{meant}`？", "did you mean `{meant}`?")
            .end();
    public static final Mistake NOT_A_DAY = SHELF.error(104, "`{word}` 不是日期", "`{word}` is not a date")
            .note("日期写成 `2025-03-31`", "a date is written `2025-03-31`")
            .help("写成 `{meant}`", "write `{meant}`")
            .end();
    public static final Mistake NOT_A_NUMBER = SHELF.error(
                    105, "应为{expected}，写的是 `{word}`", "expected {expected}, found `{word}`")
            .help("写成 `{meant}`", "write `{meant}`")
            .end();
    public static final Mistake OUT_OF_RANGE = SHELF.error(
                    106, "{word} 不在 {least} 到 {most} 之间", "{word} is not between {least} and {most}")
            .end();
    public static final Mistake MISSING_KEY = SHELF.error(107, "{what}缺少 `{key}`", "{what} lacks `{key}`")
            .note("`{key}`：{about}", "`{key}`: {about}")
            .end();
    public static final Mistake EMPTY_VALUE = SHELF.error(
                    108, "这里没有值，应为{expected}", "no value here; expected {expected}")
            .end();
    public static final Mistake TOO_LONG = SHELF.error(
                    109, "文字有 {length} 个字符，至多 {most} 个", "the text has {length} characters, {most} at most")
            .end();
    public static final Mistake ONE_LANGUAGE = SHELF.error(
                    110, "文字须有中英文两种：写的只有“{word}”", "a text is needed in Chinese and English; there is only “{word}”")
            .help("写成 `{ zh: …, en: … }`", "write `{ zh: …, en: … }`")
            .end();
    public static final Mistake BAD_ID = SHELF.error(111, "`{id}` 不能作标识", "`{id}` cannot be an id")
            .note(
                    "标识以小写字母开头，只用小写字母、数字和下划线，至多 41 个字符",
                    "an id begins with a lower-case letter and has lower-case letters, digits and underscores, 41 at"
                            + " most")
            .help("写成 `{meant}`", "write `{meant}`")
            .end();
    public static final Mistake EMPTY_LIST = SHELF.error(
                    112, "列表是空的，至少要有一项", "the list is empty; it needs at least one member")
            .end();
    public static final Mistake TWICE_IN_LIST = SHELF.error(
                    113, "`{member}` 在列表里写了两次", "`{member}` is in the list twice")
            .other("第一次在这里", "first here")
            .help("只留一个", "keep one of them")
            .end();
    public static final Mistake NOT_A_VERSION = SHELF.error(114, "`{word}` 不是版本号", "`{word}` is not a version")
            .note("版本号是三个数字，例如 `1.0.0`", "a version is three numbers, as in `1.0.0`")
            .help("写成 `{meant}`", "write `{meant}`")
            .end();
    public static final Mistake NOT_A_RANGE = SHELF.error(115, "`{word}` 不是版本范围", "`{word}` is not a version range")
            .note(
                    "写 `>=1.0`，或以空格隔开的几个条件：`>=1.0 <2.0`",
                    "write `>=1.0`, or several conditions with spaces between: `>=1.0 <2.0`")
            .end();
    public static final Mistake UNKNOWN_MEASURE = SHELF.error(
                    116, "`{word}` 不是计量单位", "`{word}` is not a unit of measure")
            .note("相近的有 {members}", "near to it are {members}")
            .note("{reason}", "{reason}")
            .end();
    public static final Mistake BAD_PATTERN = SHELF.error(
                    117, "`{word}` 不是正则表达式", "`{word}` is not a regular expression")
            .label("从这里起读不懂", "not understood from here on")
            .end();
    public static final Mistake NOT_A_FLAG = SHELF.error(
                    118, "`{word}` 不是 `true` 或 `false`", "`{word}` is neither `true` nor `false`")
            .help("写成 `{meant}`", "write `{meant}`")
            .end();
    public static final Mistake NOT_A_PERIOD = SHELF.error(119, "`{word}` 不是统计期", "`{word}` is not a period")
            .note("{reason}", "{reason}")
            .end();
    public static final Mistake EMPTY_MAP = SHELF.error(120, "这里一个{what}也没有", "not a single {what} is declared here")
            .end();
    public static final Mistake UNTRANSLATED = SHELF.advice(
                    121, "中文和英文相同：“{word}”", "the Chinese and the English text are the same: “{word}”")
            .note("中英文页面各用各的文字", "pages in each language show their own text")
            .end();
    public static final Mistake NOT_A_LINK = SHELF.error(122, "`{word}` 不是网址", "`{word}` is not a web address")
            .note("网址以 `https://` 或 `http://` 开头", "a web address begins with `https://` or `http://`")
            .end();
    public static final Mistake EMPTY_TEXT =
            SHELF.error(123, "文字是空的", "the text is empty").end();
    public static final Mistake NO_CHINESE = SHELF.advice(
                    124, "`zh` 里没有汉字：“{word}”", "`zh` has no Chinese character: “{word}”")
            .help("中文写在 `zh`，英文写在 `en`", "put the Chinese under `zh` and the English under `en`")
            .end();
    public static final Mistake TOO_PRECISE = SHELF.error(
                    125, "`{word}` 超过 {digits} 位数字", "`{word}` has more than {digits} digits")
            .end();

    public static final Mistake COMMA_IN_TEXT = SHELF.error(
                    126,
                    "花括号里的半角逗号把文字断开了：“{word}”成了一个键",
                    "a comma inside `{ }` splits the text: “{word}” has become a key")
            .help("把逗号前后的整段文字放进双引号", "put the whole text, comma included, into double quotation marks")
            .end();

    private ShapeMistakes() {}

    static List<Mistake> all() {
        return SHELF.mistakes();
    }
}

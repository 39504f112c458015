package org.luoshi.compiler.internal.mistake;

import java.util.List;

/// LP00: files that cannot be read, or not as YAML.
public final class FileMistakes {

    private static final Mistake.Shelf SHELF = new Mistake.Shelf();

    public static final Mistake NO_PACK = SHELF.error(
                    1, "这里没有包：缺少 `pack.yaml`", "there is no pack here: `pack.yaml` is missing")
            .note("一个包是一个文件夹，其中的 `pack.yaml` 说明标题和版本", "a pack is a folder whose `pack.yaml` gives title and version")
            .help("检查路径，或增加 `pack.yaml`", "check the path, or add a `pack.yaml`")
            .end();
    public static final Mistake TOO_LARGE = SHELF.error(
                    2, "文件有 {size} 字节，超过 1 MiB 的上限", "the file has {size} bytes, more than the limit of 1 MiB")
            .help("一个文件只声明一项；把它拆开", "one file declares one thing: split it")
            .end();
    public static final Mistake TOO_MANY_FILES = SHELF.error(
                    3, "包 `{pack}` 的文件超过 {limit} 个", "pack `{pack}` has more than {limit} files")
            .help("包里只放声明；数据经登记表导入", "a pack holds declarations; data come in through the registers")
            .end();
    public static final Mistake LINK_OUT = SHELF.error(
                    4, "符号链接 `{name}` 指向包外", "the symbolic link `{name}` leads out of the pack")
            .note(
                    "包须能整体复制和核对，因此只读包内的文件",
                    "a pack must be copied and verified as a whole, so only files inside it are read")
            .help("把文件复制到包内", "copy the file into the pack")
            .end();
    public static final Mistake GB18030 = SHELF.error(
                    5, "文件是 GB18030（GBK）编码，不是 UTF-8", "the file is in GB18030 (GBK), not in UTF-8")
            .label("按 GB18030 读作“{sample}”", "reads as “{sample}” in GB18030")
            .help("另存为 UTF-8 编码", "save it as UTF-8")
            .end();
    public static final Mistake NOT_TEXT = SHELF.error(
                    6,
                    "文件不是 UTF-8 文本：第 {offset} 个字节起无法读出",
                    "the file is not UTF-8 text: it cannot be read from byte {offset} on")
            .help("另存为 UTF-8 编码", "save it as UTF-8")
            .end();
    public static final Mistake TAB = SHELF.error(7, "这一行用制表符缩进", "this line is indented with a tab")
            .help("改用空格，每层两个", "use spaces, two for each level")
            .end();
    public static final Mistake OPEN_QUOTE = SHELF.error(
                    8, "引号 {quote} 没有配对", "the quotation mark {quote} is never closed")
            .label("从这里开始", "opened here")
            .help("在文字末尾补上 {quote}", "add {quote} at the end of the text")
            .end();
    public static final Mistake OPEN_BRACKET = SHELF.error(
                    9, "括号 `{open}` 里的内容在这里断开", "what is inside the bracket `{open}` breaks off here")
            .label("这里应为 `,` 或 `{close}`", "a `,` or `{close}` should be here")
            .other("括号从这里开始", "bracket opened here")
            .end();
    public static final Mistake INDENTATION = SHELF.error(
                    10, "这一行的缩进与上文不齐", "the indentation of this line does not fit the lines above it")
            .other("所属的一段从这里开始", "the block it would belong to starts here")
            .help("同一层的各行用同样多的空格", "give the lines of one level the same number of spaces")
            .end();
    public static final Mistake SECOND_COLON = SHELF.error(
                    11, "一行里有第二个 `: `，不知道哪个是键", "a second `: ` in the line: it is unclear which part is the key")
            .help("文字里有冒号加空格时，把整段文字放进引号", "put a text that has a colon and a space in it into quotation marks")
            .end();
    public static final Mistake NO_COLON = SHELF.error(12, "这里缺少 `: `", "a `: ` is missing here")
            .note("每个键后面写冒号和一个空格，再写值", "a key is followed by a colon, one space and the value")
            .end();
    public static final Mistake ANCHOR = SHELF.error(
                    13, "`{mark}` 是 YAML 锚点或别名，包里不用", "`{mark}` is a YAML anchor or alias, which packs do not use")
            .help(
                    "把内容直接写在需要的地方；若它是文字，加上引号",
                    "write the content where it is needed; if it is a text, put it in quotation marks")
            .end();
    public static final Mistake TAG = SHELF.error(
                    14, "`{mark}` 是 YAML 标签，包里不用", "`{mark}` is a YAML tag, which packs do not use")
            .help("删去它；若它是文字，加上引号", "delete it; if it is a text, put it in quotation marks")
            .end();
    public static final Mistake DUPLICATE_KEY = SHELF.error(15, "键 `{key}` 写了两次", "the key `{key}` is written twice")
            .label("又写了一次", "again here")
            .other("第一次在这里", "first here")
            .help("只留一个", "keep one of them")
            .end();
    public static final Mistake SEVERAL_DOCUMENTS = SHELF.error(
                    16, "文件里有不止一份内容（`---` 之后又开始一份）", "the file has more than one document (another starts at `---`)")
            .help("一个文件只声明一项；把第二份放进另一个文件", "one file declares one thing: move the second into a file of its own")
            .end();
    public static final Mistake TOO_DEEP = SHELF.error(17, "嵌套超过 {limit} 层", "nested more than {limit} levels deep")
            .end();
    public static final Mistake EMPTY_FILE = SHELF.error(18, "文件是空的", "the file is empty")
            .help("写上内容，或删去文件", "write its content, or delete the file")
            .end();
    public static final Mistake STRAY_FILE = SHELF.error(
                    19,
                    "`{name}` 不在包的任何一处：这里没有这种文件",
                    "`{name}` belongs nowhere in a pack: no file of this kind is read here")
            .note("包里可以有 {places}", "a pack may have {places}")
            .help("是不是 `{meant}`？", "did you mean `{meant}`?")
            .end();
    public static final Mistake BAD_FILE_NAME = SHELF.error(
                    20, "文件名 `{name}` 不能作标识", "the file name `{name}` cannot be an id")
            .note(
                    "文件名就是所声明之物的标识：小写字母开头，只用小写字母、数字和下划线，至多 41 个",
                    "the file name is the id of what it declares: a lower-case letter first, then lower-case letters,"
                            + " digits and underscores, 41 at most")
            .help("改名为 `{meant}`", "rename it to `{meant}`")
            .end();
    public static final Mistake YML = SHELF.error(
                    21, "文件名以 `.yml` 结尾，不会被读取", "the file name ends in `.yml` and would not be read")
            .help("改名为 `{meant}`", "rename it to `{meant}`")
            .end();
    public static final Mistake KEY_NOT_TEXT = SHELF.error(22, "键必须是一个词", "a key must be a word")
            .label("这是{found}", "this is {found}")
            .end();
    public static final Mistake CONTROL_CHARACTER = SHELF.error(
                    23, "文件里有不可见的控制字符（U+{code}）", "the file has an invisible control character (U+{code})")
            .help("删去它", "delete it")
            .end();
    public static final Mistake BAD_ESCAPE = SHELF.error(
                    24, "双引号里的 `\\` 写法不认识", "an escape with `\\` inside double quotation marks that has no meaning")
            .help("写成 `\\\\`，或改用单引号", "write `\\\\`, or use single quotation marks")
            .end();
    public static final Mistake RESERVED_CHARACTER = SHELF.error(
                    25, "文字不能以 `{character}` 开头", "a text cannot begin with `{character}`")
            .help("把文字放进引号", "put the text into quotation marks")
            .end();
    public static final Mistake UNREADABLE = SHELF.error(26, "从这里起读不懂", "from here on this cannot be understood")
            .note(
                    "键和值写成 `键: 值`，列表的每一项以 `- ` 开头",
                    "write keys and values as `key: value`, and begin each member of a list with `- `")
            .end();
    public static final Mistake NO_ACCESS = SHELF.error(27, "无法读取 `{name}`", "`{name}` cannot be read")
            .help("检查它是否存在、是否有读取权限", "check that it exists and that you may read it")
            .end();
    public static final Mistake LINK_CIRCLE = SHELF.error(
                    28, "符号链接 `{name}` 绕回它自己所在的文件夹", "the symbolic link `{name}` leads back to a folder that it is in")
            .help("删去这个链接", "remove the link")
            .end();

    private FileMistakes() {}

    static List<Mistake> all() {
        return SHELF.mistakes();
    }
}

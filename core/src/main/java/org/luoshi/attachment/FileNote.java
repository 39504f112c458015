package org.luoshi.attachment;

import java.util.Locale;
import org.luoshi.kernel.text.Text;

/// What a reader is told of a file before opening it. None of it keeps a file from being taken.
public enum FileNote {
    SCRIPT("内有脚本", "contains script"),
    LAUNCH("打开时可能启动别的程序", "may start another program when opened"),
    EMBEDDED("内嵌其他文件", "has other files inside"),
    MEDIA("内嵌多媒体", "has media inside"),
    SUBMIT("可能向外发送表单", "may send a form to somebody"),
    EXTERNAL("引用外部内容，打开时可能联网", "refers to content elsewhere and may fetch it when opened");

    private final Text text;

    FileNote(String zh, String en) {
        this.text = new Text(zh, en);
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static FileNote of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }

    public Text text() {
        return text;
    }
}

package org.luoshi.matching;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/// The words of a text that say what it is about, by Lucene's smartcn, whose dictionary is read at the first text and
/// never before.
///
/// Words of asking and offering, which stand in needs and achievements of every field, and grammatical words are left
/// out; they part what stands before them from what stands after.
final class ContentWords {

    private static final Set<String> EMPTY = Set.of(
            "希望", "需要", "解决", "想要", "能够", "可以", "技术", "方法", "系统", "设备", "装置", "一种", "基于", "实现",
            "提高", "新的", "办法", "问题", "用于", "研究", "以及", "进行", "具有", "现在", "没有", "不知道", "知道", "容易",
            "每年", "每天", "经常", "还是", "普通", "以下", "以上", "一个", "多少", "不到", "这么", "很多", "合成", "示例");

    private static final String GRAMMAR = "的了不就把让被想要求能会是有在和与或又也都还很太人到上下里再用做没去来个每多少大小出后前时中等于及其可并为"
            + "无高低新一二两三但而从对以如更最才得着过靠全快慢只几件";

    private ContentWords() {}

    /// Words that stand side by side in the text, in its order.
    static List<List<String>> runs(String text) {
        List<List<String>> runs = new ArrayList<>();
        List<String> run = new ArrayList<>();
        int end = -1;
        try (HMMChineseTokenizer words = new HMMChineseTokenizer()) {
            CharTermAttribute term = words.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = words.addAttribute(OffsetAttribute.class);
            words.setReader(new StringReader(text));
            words.reset();
            while (words.incrementToken()) {
                String word = term.toString().toLowerCase(Locale.ROOT);
                boolean says = says(word);
                if (!says || offset.startOffset() != end) run = begin(runs, run);
                if (says) run.add(word);
                end = offset.endOffset();
            }
            words.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading a string", impossible);
        }
        begin(runs, run);
        return runs;
    }

    private static List<String> begin(List<List<String>> runs, List<String> run) {
        if (run.isEmpty()) return run;
        runs.add(run);
        return new ArrayList<>();
    }

    private static boolean says(String word) {
        boolean grammatical = word.length() == 1 && GRAMMAR.contains(word);
        return !grammatical && !EMPTY.contains(word) && word.codePoints().allMatch(Character::isLetterOrDigit);
    }
}

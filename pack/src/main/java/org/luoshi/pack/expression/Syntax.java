package org.luoshi.pack.expression;

import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.parser.CelParser;
import dev.cel.parser.CelParserFactory;
import java.util.List;

/// CEL's grammar, by the library's parser and without its macros: `has`, `exists` and the like are plain names here.
final class Syntax {

    /// In code points.
    static final int LONGEST = 4000;

    private static final int DEEPEST = 100;

    private Syntax() {}

    sealed interface Reading {
        record Read(Nodes nodes) implements Reading {}

        /// @param at offset of the first thing the parser could not place
        record Unreadable(Tokens tokens, int at, boolean tooDeep) implements Reading {}
    }

    static Reading read(String source) {
        Tokens tokens = new Tokens(source);
        CelValidationResult result = Parser.INSTANCE.parse(source);
        if (result.hasError()) return unreadable(source, tokens, result.getErrors());
        try {
            return new Reading.Read(new Nodes(result.getAst(), tokens));
        } catch (CelValidationException impossible) {
            throw new IllegalStateException("the parser reported no error for `%s`".formatted(source), impossible);
        }
    }

    private static Reading.Unreadable unreadable(String source, Tokens tokens, List<CelIssue> issues) {
        boolean tooDeep = issues.stream().anyMatch(issue -> issue.getMessage().contains("recursion limit"));
        int at = issues.stream()
                .mapToInt(issue -> offset(
                        source,
                        issue.getSourceLocation().getLine(),
                        issue.getSourceLocation().getColumn()))
                .min()
                .orElse(tokens.length());
        return new Reading.Unreadable(tokens, at, tooDeep);
    }

    private static int offset(String source, int line, int column) {
        int[] text = source.codePoints().toArray();
        int at = 0;
        for (int passed = 1; at < text.length && passed < line; at++) {
            if (text[at] == '\n') passed++;
        }
        return Math.clamp((long) at + column, 0, text.length);
    }

    /// Made when the first expression is read: loading the parser takes longer than most packs' expressions.
    private static final class Parser {
        static final CelParser INSTANCE = CelParserFactory.standardCelParserBuilder()
                .setOptions(CelOptions.current()
                        .maxParseRecursionDepth(DEEPEST)
                        .maxExpressionCodePointSize(LONGEST)
                        .build())
                .build();
    }
}

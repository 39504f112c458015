package org.luoshi.pack.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.luoshi.pack.expression.Token.Kind;

/// The parser's tree with the stretch of text that each node covers; the library only tells one point per node.
final class Nodes {

    private final CelExpr root;
    private final Map<Long, Integer> positions;
    private final Tokens tokens;

    Nodes(CelAbstractSyntaxTree tree, Tokens tokens) {
        this.root = tree.getExpr();
        this.positions = tree.getSource().getPositionsMap();
        this.tokens = tokens;
    }

    /// A stretch of the source, in code points.
    record Stretch(int from, int to) {}

    /// One name of a dotted chain.
    record Name(String text, Stretch stretch) {}

    CelExpr root() {
        return root;
    }

    int at(CelExpr node) {
        return positions.getOrDefault(node.id(), 0);
    }

    Stretch stretch(CelExpr node) {
        return new Stretch(from(node), to(node));
    }

    /// The operator's sign, or the function's name.
    Stretch head(CelExpr call) {
        Token token = isFunction(call) ? functionName(call) : tokenAt(at(call));
        return new Stretch(token.from(), token.to());
    }

    /// `a.b.c` as its names; empty when the chain does not begin with a name.
    Optional<List<Name>> chain(CelExpr node) {
        Deque<Name> names = new ArrayDeque<>();
        CelExpr current = node;
        while (current.exprKind().getKind() == CelExpr.ExprKind.Kind.SELECT) {
            Token field = tokens.all().get(tokens.indexAt(at(current)) + 1);
            names.addFirst(new Name(current.select().field(), new Stretch(field.from(), field.to())));
            current = current.select().operand();
        }
        if (current.exprKind().getKind() != CelExpr.ExprKind.Kind.IDENT) return Optional.empty();
        int from = at(current);
        String root = current.ident().name();
        names.addFirst(new Name(root, new Stretch(from, tokenAt(from).to())));
        return Optional.of(new ArrayList<>(names));
    }

    /// The number as written, sign included: the parser's own value has lost digits.
    String numberText(CelExpr constant) {
        String digits = tokenAt(at(constant)).text();
        return minus(constant) == null ? digits : "-" + digits;
    }

    private int from(CelExpr node) {
        return switch (node.exprKind().getKind()) {
            case SELECT -> from(node.select().operand());
            case CALL -> callFrom(node);
            case CONSTANT -> {
                Token minus = minus(node);
                yield minus == null ? at(node) : minus.from();
            }
            default -> at(node);
        };
    }

    private int callFrom(CelExpr call) {
        if (call.call().target().isPresent()) return from(call.call().target().get());
        if (isFunction(call)) return functionName(call).from();
        return isPrefix(call) ? at(call) : from(call.call().args().getFirst());
    }

    private int to(CelExpr node) {
        return switch (node.exprKind().getKind()) {
            case SELECT -> {
                int dot = tokens.indexAt(at(node));
                yield dot + 1 < tokens.all().size() ? tokens.all().get(dot + 1).to() : tokens.length();
            }
            case CALL -> isFunction(node) ? closing(node) : to(node.call().args().getLast());
            case LIST, MAP, STRUCT -> closing(node);
            default -> tokenAt(at(node)).to();
        };
    }

    private int closing(CelExpr node) {
        int depth = 0;
        for (int i = tokens.indexAt(at(node)); i < tokens.all().size(); i++) {
            Token token = tokens.all().get(i);
            if (token.is("(") || token.is("[") || token.is("{")) depth++;
            if (token.is(")") || token.is("]") || token.is("}")) depth--;
            if (depth <= 0) return token.to();
        }
        return tokens.length();
    }

    private @Nullable Token minus(CelExpr constant) {
        int index = tokens.indexAt(at(constant));
        boolean negative =
                switch (constant.constant().getKind()) {
                    case INT64_VALUE -> constant.constant().int64Value() < 0;
                    case DOUBLE_VALUE -> Double.doubleToRawLongBits(constant.constant().doubleValue()) < 0;
                    default -> false;
                };
        if (!negative || index == 0) return null;
        Token before = tokens.all().get(index - 1);
        return before.is("-") ? before : null;
    }

    /// The parser places a function call at its opening parenthesis.
    private Token functionName(CelExpr call) {
        return tokens.all().get(Math.max(0, tokens.indexAt(at(call)) - 1));
    }

    private Token tokenAt(int offset) {
        Token token = tokens.at(offset);
        return token != null ? token : new Token(Kind.FOREIGN, "", tokens.length(), tokens.length());
    }

    static boolean isFunction(CelExpr node) {
        String function = node.call().function();
        return Character.isLetter(function.charAt(0)) || function.matches("_+[A-Za-z].*");
    }

    private static boolean isPrefix(CelExpr call) {
        return call.call().function().equals("!_") || call.call().function().equals("-_");
    }
}

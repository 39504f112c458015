package org.luoshi.indicator.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.diagnostic.Span;
import org.luoshi.pack.expression.Aggregates;
import org.luoshi.pack.expression.Environment;
import org.luoshi.pack.expression.Evaluator;
import org.luoshi.pack.expression.Expr;
import org.luoshi.pack.expression.ExpressionChecker;
import org.luoshi.pack.expression.RowSource;
import org.luoshi.pack.expression.Scope;
import org.luoshi.pack.expression.Scope.Expected;
import org.luoshi.pack.expression.Sql;
import org.luoshi.pack.expression.SqlAggregate;
import org.luoshi.pack.expression.SqlExpression;
import org.luoshi.postgres.testing.TestPostgres;

/// The executors give the same answer, down to the last digit and to every null, and so does the plainest reading.
class ExecutorsAgreeTest {

    private static final List<String> AGGREGATES = List.of(
            "sum", "mean", "min", "max", "distinct", "median", "weightedMean", "percentile", "first", "last");
    private static final List<String> PERCENTS =
            List.of("50", "90", "7", "0.0000000000000001", "33.3333333333333333", "99.9999999999999999", "25");

    private static @Nullable Connection connection;

    @BeforeContainer
    static void connect() throws SQLException {
        connection = TestPostgres.shared().freshDatabase().connect();
    }

    @AfterContainer
    static void disconnect() throws SQLException {
        if (connection != null) connection.close();
    }

    @Property(tries = 5500, shrinking = ShrinkingMode.BOUNDED)
    void rowByRow(@ForAll("choices") List<Integer> numbers) throws SQLException {
        Choices choices = new Choices(numbers);
        RandomSchema schema = RandomSchema.of(choices);
        RandomRows rows = new RandomRows(schema, choices);
        RandomExpression random = new RandomExpression(schema, choices);
        List<String> sources = List.of(
                random.condition(4), random.number(choices.among(RandomSchema.UNITS), 4), random.date(3));
        Scope scope = new Scope(
                schema.names(), schema.fact(), false, false, false, true, Map.of(), Map.of(), new Expected.Anything());
        List<Expr> expressions = sources.stream().map(source -> checked(source, scope)).toList();
        RowSource source = source(schema, rows);
        SqlExpression sql = new SqlExpression(source);
        Sql columns = Sql.join(", ", expressions.stream().map(sql::of).toList());
        Sql query = Sql.template("select # from # order by r._id", columns, source.from());
        List<List<Object>> answers = run(query, expressions.size());
        assertThat(answers).hasSameSizeAs(rows.facts);
        for (int row = 0; row < answers.size(); row++) {
            Environment environment = rows.environment(rows.facts.get(row));
            for (int i = 0; i < expressions.size(); i++) {
                Object jvm = Evaluator.evaluate(expressions.get(i), environment);
                assertSame(sources.get(i), answers.get(row).get(i), jvm);
                assertSame(sources.get(i), jvm, PlainReading.of(expressions.get(i), environment::field));
            }
        }
    }

    @Property(tries = 5000, shrinking = ShrinkingMode.BOUNDED)
    void aggregated(@ForAll("choices") List<Integer> numbers) throws SQLException {
        Choices choices = new Choices(numbers);
        RandomSchema schema = RandomSchema.of(choices);
        RandomRows rows = new RandomRows(schema, choices);
        RandomExpression random = new RandomExpression(schema, choices);
        String function = choices.among(AGGREGATES);
        // no number is sure to name a field, and an aggregate must name its register
        String value = "(fact.place == null ? " + random.number("万元", 3) + " : " + random.number("万元", 2) + ")";
        String source = choices.of(4) == 0
                ? "count(fact, " + random.condition(3) + ")"
                : function + "(" + value + beside(function, random, choices) + ", " + random.condition(3) + ")";
        Scope scope = Scope.part(schema.names());
        Expr.Aggregate aggregate = (Expr.Aggregate) checked(source, scope);
        RowSource from = source(schema, rows);
        Sql column = SqlAggregate.of(aggregate, from);
        List<List<Object>> answer = run(Sql.template("select # from #", column, from.from()), 1);
        List<Environment> environments = rows.facts.stream().map(rows::environment).toList();
        BigDecimal jvm = Aggregates.over(aggregate, environments);
        assertSame(source, answer.getFirst().getFirst(), jvm);
        assertSame(source, jvm, PlainReading.of(aggregate, environments));
    }

    private static String beside(String function, RandomExpression random, Choices choices) {
        return switch (function) {
            case "weightedMean" -> ", " + random.number("1", 2);
            case "percentile" -> ", " + choices.among(PERCENTS);
            case "first", "last" -> ", " + (choices.of(2) == 0 ? random.date(2) : random.number("人", 2));
            default -> "";
        };
    }

    /// Long enough for a schema, rows and expressions of every depth; edge cases would mean the first alternative only.
    @Provide
    Arbitrary<List<Integer>> choices() {
        return Arbitraries.integers()
                .between(0, 1000)
                .withDistribution(RandomDistribution.uniform())
                .withoutEdgeCases()
                .list()
                .ofMinSize(20)
                .ofMaxSize(500)
                .withSizeDistribution(RandomDistribution.uniform())
                .withoutEdgeCases();
    }

    private static RowSource source(RandomSchema schema, RandomRows rows) {
        return new RowSource(schema.fact(), "r", schema::entity, id -> rows.table(schema.entity(id)));
    }

    private static Expr checked(String source, Scope scope) {
        List<Object> mistakes = new ArrayList<>();
        return ExpressionChecker.check(source, Span.of("x", 1, 1, 1), scope, mistakes::add)
                .orElseThrow(() -> new AssertionError(source + " " + mistakes));
    }

    private static void assertSame(String source, @Nullable Object sql, @Nullable Object jvm) {
        boolean same = sql instanceof BigDecimal a && jvm instanceof BigDecimal b
                ? a.compareTo(b) == 0
                : Objects.equals(sql, jvm);
        assertThat(same).as("%s%n  SQL: %s%n  JVM: %s", source, sql, jvm).isTrue();
    }

    private static List<List<Object>> run(Sql query, int columns) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query.text())) {
            for (int i = 0; i < query.bindings().size(); i++) statement.setObject(i + 1, query.bindings().get(i));
            List<List<Object>> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    List<Object> row = new ArrayList<>();
                    for (int i = 1; i <= columns; i++) row.add(plain(result, i));
                    rows.add(row);
                }
            }
            return rows;
        } catch (SQLException failed) {
            throw new SQLException(query.toString(), failed);
        }
    }

    private static @Nullable Object plain(ResultSet result, int column) throws SQLException {
        return switch (result.getObject(column)) {
            case null -> null;
            case java.sql.Date unused -> result.getObject(column, LocalDate.class);
            case Long number -> BigDecimal.valueOf(number);
            case Object other -> other;
        };
    }
}

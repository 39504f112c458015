package org.luoshi.briefing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.luoshi.kernel.text.Text;
import org.luoshi.pack.StatusRule;

/// A part of a section.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
public sealed interface Block {

    /// One paragraph; both languages hold the same figures.
    record Prose(List<Run> zh, List<Run> en) implements Block {
        public Prose {
            zh = List.copyOf(zh);
            en = List.copyOf(en);
        }
    }

    /// A plain sentence without figures, such as "nothing to report".
    record Remark(Text text) implements Block {}

    /// @param of what its rows are the rows of; null where each row has sources of its own
    record Table(
            Text caption,
            List<Column> columns,
            List<List<Cell>> rows,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Source of)
            implements Block {
        public Table(Text caption, List<Column> columns, List<List<Cell>> rows) {
            this(caption, columns, rows, null);
        }

        @JsonCreator
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            for (List<Cell> row : rows) {
                if (row.size() != columns.size()) {
                    throw new IllegalArgumentException(
                            "%d cells for %d columns".formatted(row.size(), columns.size()));
                }
            }
        }
    }

    /// @param weight share of the table's width
    record Column(String id, Text title, boolean number, int weight) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
    sealed interface Cell {

        /// A name; its thing is `about` where readers can follow it.
        record Name(Text text, @Nullable Source about) implements Cell {}

        /// @param colour only for a status
        record Value(Figure figure, StatusRule.@Nullable Colour colour) implements Cell {}
    }

    default Stream<Figure> figures() {
        return switch (this) {
            case Remark unused -> Stream.of();
            case Prose(var zh, var en) ->
                Stream.concat(zh.stream(), en.stream())
                        .flatMap(run -> run instanceof Run.Shown(var figure) ? Stream.of(figure) : Stream.of())
                        .distinct();
            case Table table ->
                table.rows().stream()
                        .flatMap(List::stream)
                        .flatMap(cell -> cell instanceof Cell.Value value ? Stream.of(value.figure()) : Stream.of());
        };
    }
}

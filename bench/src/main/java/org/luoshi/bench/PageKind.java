package org.luoshi.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Addresses of one kind of page, and who asks for them. They are read off the pages themselves, so that only what a
/// person can reach is measured.
record PageKind(String name, Visitor visitor, List<String> paths) {

    private static final String LIST = "/registers/bench.entry";

    private static final List<String> EXPLAINED = List.of(
            "/explain/bench.entries_opened/chengdu/2025-09",
            "/explain/bench.entries_closed/chengdu/2025-08",
            "/explain/bench.amount_opened/chengdu/2025-03");

    /// Choices of one filter that are tried.
    private static final int CHOICES = 6;

    private static final int LATER_PAGES = 15;

    PageKind {
        paths = List.copyOf(new LinkedHashSet<>(paths));
    }

    /// Of somebody who reads the whole city.
    static List<PageKind> city(Visitor visitor, List<String> commitments, long seed)
            throws IOException, InterruptedException {
        var random = new Random(seed);
        var kinds = new Kinds(visitor, "");
        kinds.add("overview", List.of("/"));
        kinds.add("board", List.of("/plan"));
        kinds.add("board, filtered", filtered(visitor, "/plan", random));
        var pages = commitments.stream().map(it -> "/plan/" + it).toList();
        kinds.add("commitment", pages);
        var explained = new ArrayList<String>();
        for (var page : pages.subList(0, Math.min(60, pages.size())))
            Html.links(visitor.page(page)).stream()
                    .filter(it -> it.startsWith("/explain/"))
                    .forEach(it -> explained.add(Visitor.resolve(page, it)));
        kinds.add("explain, of a commitment", explained);
        kinds.add("explain, of the city", EXPLAINED);
        kinds.add("explain, later pages", later(visitor, EXPLAINED.getFirst()));
        lists(kinds, visitor, random);
        kinds.add("unit", List.of("/units/chengdu", "/units/chenghua", "/units/jinjiang"));
        kinds.add("search", searches("/search", "合成任务c00042", "合成事项1234", "锦江", "P0777", "7"));
        return kinds.list;
    }

    /// Of somebody who reads one district: every list and figure is narrowed to its units.
    static List<PageKind> district(Visitor visitor, String district, long seed) throws IOException, InterruptedException {
        var random = new Random(seed);
        var kinds = new Kinds(visitor, ", of a district");
        kinds.add("overview", List.of("/"));
        kinds.add("board", List.of("/plan"));
        kinds.add("explain, of the city", EXPLAINED);
        kinds.add("explain, of the district", EXPLAINED.stream().map(it -> it.replace("/chengdu/", "/" + district + "/")).toList());
        lists(kinds, visitor, random);
        kinds.add("unit", List.of("/units/" + district));
        kinds.add("search", searches("/search", "合成任务c00042", "合成事项1234", "锦江", "P0777", "7"));
        return kinds.list;
    }

    private static void lists(Kinds kinds, Visitor visitor, Random random) throws IOException, InterruptedException {
        var first = visitor.page(LIST);
        kinds.add("list, first page", List.of(LIST));
        kinds.add("list, filtered", filtered(visitor, LIST, random));
        kinds.add("list, sorted", sorted(first));
        kinds.add("list, later pages", later(visitor, LIST));
        // a whole code, the beginning of many, a rare and a frequent part of names, widths and cases, two words, none
        kinds.add("list, searched", searches(
                LIST, "P0012345", "P09", "事项77777", "合成事项12", "项7", "ｐ００１２３", "7", "合成", "成 321", "龙泉驿"));
        kinds.add("list, searched and filtered", searches(LIST, "777", "事项12", "P01").stream()
                .flatMap(it -> Stream.of(it + "&stage.eq=closed", it + "&unit.within=chenghua"))
                .toList());
        kinds.add("record", Html.links(first).stream().filter(it -> it.matches(LIST + "/\\d+")).toList());
    }

    /// Collects what there is an address for.
    private record Kinds(Visitor visitor, String whose, List<PageKind> list) {

        Kinds(Visitor visitor, String whose) {
            this(visitor, whose, new ArrayList<>());
        }

        void add(String name, List<String> paths) {
            if (!paths.isEmpty()) list.add(new PageKind(name + whose, visitor, paths));
        }
    }

    private static List<String> searches(String path, String... words) {
        return Stream.of(words).map(it -> path + "?q=" + encoded(it)).toList();
    }

    private static List<String> filtered(Visitor visitor, String path, Random random)
            throws IOException, InterruptedException {
        var paths = new ArrayList<String>();
        Html.choices(visitor.page(path)).forEach((name, values) -> {
            var some = new ArrayList<>(values);
            Collections.shuffle(some, random);
            some.stream().limit(CHOICES).forEach(value -> paths.add(path + "?" + name + "=" + encoded(value)));
        });
        return paths;
    }

    private static List<String> sorted(String page) {
        return Html.links(page).stream()
                .filter(it -> it.contains("sort="))
                .map(it -> Visitor.resolve(LIST, it))
                .toList();
    }

    private static List<String> later(Visitor visitor, String path) throws IOException, InterruptedException {
        var paths = new ArrayList<String>();
        var next = Html.related(visitor.page(path), "next");
        while (!next.isEmpty() && paths.size() < LATER_PAGES) {
            var page = Visitor.resolve(path, next);
            paths.add(page);
            next = Html.related(visitor.page(page), "next");
        }
        return paths;
    }

    private static String encoded(String words) {
        var bytes = new StringBuilder();
        for (var unit : words.getBytes(StandardCharsets.UTF_8))
            if (unit > 0x20 && unit < 0x7f) bytes.append((char) unit);
            else bytes.append('%').append(String.format("%02X", unit & 0xff));
        return bytes.toString();
    }
}

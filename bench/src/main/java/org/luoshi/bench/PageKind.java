package org.luoshi.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Addresses of one kind of page. They are read off the pages themselves, so that only what a person can reach is
/// measured.
record PageKind(String name, List<String> paths) {

    private static final String LIST = "/registers/bench.entry";

    /// Choices of one filter that are tried.
    private static final int CHOICES = 6;

    private static final int LATER_PAGES = 15;

    PageKind {
        paths = List.copyOf(new LinkedHashSet<>(paths));
    }

    static List<PageKind> all(Visitor visitor, List<String> commitments, long seed)
            throws IOException, InterruptedException {
        var random = new Random(seed);
        var kinds = new ArrayList<PageKind>();
        kinds.add(new PageKind("overview", List.of("/")));
        kinds.add(new PageKind("board", List.of("/plan")));
        kinds.add(new PageKind("board, filtered", filtered(visitor, "/plan", random)));
        var pages = commitments.stream().map(it -> "/plan/" + it).toList();
        kinds.add(new PageKind("commitment", pages));
        var explained = new ArrayList<String>();
        for (var page : pages.subList(0, Math.min(60, pages.size())))
            Html.links(visitor.page(page)).stream()
                    .filter(it -> it.startsWith("/explain/"))
                    .forEach(it -> explained.add(Visitor.resolve(page, it)));
        kinds.add(new PageKind("explain, of a commitment", explained));
        kinds.add(new PageKind("explain, of the city", List.of(
                "/explain/bench.entries_opened/chengdu/2025-09",
                "/explain/bench.entries_closed/chengdu/2025-08",
                "/explain/bench.amount_opened/chengdu/2025-03")));
        var first = visitor.page(LIST);
        kinds.add(new PageKind("list, first page", List.of(LIST)));
        kinds.add(new PageKind("list, filtered", filtered(visitor, LIST, random)));
        kinds.add(new PageKind("list, sorted", sorted(first)));
        kinds.add(new PageKind("list, later pages", later(visitor, LIST)));
        kinds.add(new PageKind("list, searched", List.of(LIST + "?q=P0012345", LIST + "?q=" + encoded("事项77777"))));
        kinds.add(new PageKind("record", Html.links(first).stream().filter(it -> it.matches(LIST + "/\\d+")).toList()));
        kinds.add(new PageKind("unit", List.of("/units/chengdu", "/units/chenghua", "/units/jinjiang")));
        kinds.add(new PageKind("search", Stream.of("/search?q=合成任务c00042", "/search?q=合成事项1234", "/search?q=锦江")
                .map(PageKind::encoded)
                .toList()));
        return kinds.stream().filter(it -> !it.paths.isEmpty()).toList();
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

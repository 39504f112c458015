package org.luoshi.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/// A bounded number of requests, by so many visitors at once, each waiting for its answer before it asks again.
///
/// @param seconds after which no further request is sent
record Load(int requests, int clients, int seconds, long seed) {

    /// @param bytes mean length of the answers, in characters
    /// @param wrong answers other than 200, and how many
    record Outcome(Durations durations, double bytes, String wrong, double perSecond) {}

    Outcome run(Visitor visitor, List<String> paths) throws Exception {
        var next = new AtomicInteger();
        var order = new Random(seed).ints(requests, 0, paths.size()).toArray();
        var answers = new ArrayList<Visitor.Answer>();
        var began = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<List<Visitor.Answer>>>();
            for (var client = 0; client < clients; client++)
                running.add(threads.submit(() -> {
                    var mine = new ArrayList<Visitor.Answer>();
                    for (var i = next.getAndIncrement();
                            i < requests && System.nanoTime() - began < seconds * 1_000_000_000L;
                            i = next.getAndIncrement())
                        mine.add(visitor.get(paths.get(order[i])));
                    return mine;
                }));
            for (var one : running) answers.addAll(one.get());
        }
        var taken = (System.nanoTime() - began) / 1e9;
        var wrong = new TreeMap<String, Integer>();
        answers.stream()
                .filter(it -> it.status() != 200)
                .forEach(it -> wrong.merge(it.status() + " `" + it.path() + "`", 1, Integer::sum));
        return new Outcome(
                Durations.ofNanos(answers.stream().map(Visitor.Answer::nanos).toList()),
                answers.stream().mapToInt(it -> it.body().length()).average().orElse(0),
                wrong.isEmpty() ? "" : wrong.toString(),
                answers.size() / taken);
    }
}

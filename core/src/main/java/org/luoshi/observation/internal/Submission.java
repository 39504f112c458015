package org.luoshi.observation.internal;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.luoshi.access.Viewer;
import org.luoshi.observation.Answer;
import org.luoshi.observation.Reading;

/// Readings handed in at once, and the answers their sender waits for, in the same order.
public record Submission(List<Reading> readings, Viewer sender, CompletableFuture<List<Answer>> answers) {}

package org.luoshi.web.plan;

import org.luoshi.web.part.StatusTag;

/// How many commitments have a status.
///
/// @param href the board, filtered to them
public record StatusCount(StatusTag tag, int count, String href) {}

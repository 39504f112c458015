package org.luoshi.pack;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// The files that a pack was compiled from, so that the same pack can be compiled again years later.
///
/// @param digest as [Pack#digest]
/// @param contents path from the pack's folder → bytes
public record PackFiles(String pack, String digest, SortedMap<String, byte[]> contents) {

    public PackFiles {
        contents = Collections.unmodifiableSortedMap(new TreeMap<>(contents));
    }
}

package org.luoshi.observation;

/// Is told what was stored, group after group in the order of the log, once it is on disk and its senders are answered.
///
/// It is called by the one thread that stores, and returns at once: what takes longer belongs on a thread of its own.
/// What it throws is logged and changes nothing. Nothing is told twice and nothing again after a restart: it remembers
/// how far it came, and reads the rest from [StoredObservations].
@FunctionalInterface
public interface StoredListener {

    void stored(StoredGroup group);
}

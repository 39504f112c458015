package org.luoshi.observation;

/// More readings wait than the log takes. Nothing of the submission was kept; send it again after a pause.
public final class LogFull extends RuntimeException {

    LogFull(int waiting) {
        super(waiting + " readings are waiting to be stored");
    }
}

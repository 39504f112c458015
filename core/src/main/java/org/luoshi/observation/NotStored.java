package org.luoshi.observation;

/// It cannot be said that the submission is stored. Sent again, it becomes a version of the same observations.
public final class NotStored extends RuntimeException {

    NotStored(Throwable cause) {
        super("the database did not confirm the group", cause);
    }
}

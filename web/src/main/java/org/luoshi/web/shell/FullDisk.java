package org.luoshi.web.shell;

/// Tells a failure for want of room from others; the system says it in a message only.
public final class FullDisk {

    private FullDisk() {}

    public static boolean caused(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (message.contains("No space left") || message.contains("quota exceeded")) return true;
        }
        return false;
    }
}

package org.luoshi.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Properties;

/// What a backup says about itself, in its first entry.
///
/// @param format   layout of the archive
/// @param postgres major version whose data files it holds
/// @param taken    when the copy began
/// @param bytes    size of the files at that time
public record BackupLabel(int format, int postgres, Instant taken, long bytes) {

    static final String ENTRY = "luoshi-backup.properties";

    static final int FORMAT = 1;

    void write(OutputStream out) throws IOException {
        var properties = new Properties();
        properties.setProperty("format", Integer.toString(format));
        properties.setProperty("postgres", Integer.toString(postgres));
        properties.setProperty("taken", taken.toString());
        properties.setProperty("bytes", Long.toString(bytes));
        properties.store(out, null);
    }

    static BackupLabel read(InputStream in) throws IOException {
        var properties = new Properties();
        properties.load(in);
        try {
            return new BackupLabel(
                    Integer.parseInt(properties.getProperty("format", "")),
                    Integer.parseInt(properties.getProperty("postgres", "")),
                    Instant.parse(properties.getProperty("taken", "")),
                    Long.parseLong(properties.getProperty("bytes", "")));
        } catch (NumberFormatException | DateTimeParseException e) {
            throw new IOException("the label of the backup cannot be read", e);
        }
    }
}

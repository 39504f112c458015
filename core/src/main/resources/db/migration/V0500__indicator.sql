-- Adds days to a date; null beyond the years 1 to 9999, so that no figure fails for one absurd record.
CREATE FUNCTION luoshi.plus_days(start date, days numeric) RETURNS date
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE
        WHEN abs(days) > 4000000 THEN NULL
        WHEN start + trunc(days)::integer BETWEEN DATE '0001-01-01' AND DATE '9999-12-31'
            THEN start + trunc(days)::integer
    END;

-- Working days for figures, counted where notices are final and null elsewhere. The arrays hold one number a day: place 1
-- is the day before `first`, place 2 `first` itself. A subscript outside of an array is null.

CREATE FUNCTION luoshi.workdays_between(a date, b date, first date, working integer[], open integer[]) RETURNS numeric
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE
        WHEN open[greatest(a, b) - first + 2] = open[least(a, b) - first + 1]
            THEN (working[b - first + 2] - working[a - first + 2])::numeric
    END;

-- `days` holds the place of each working day.
CREATE FUNCTION luoshi.workday_place(place integer, n numeric, working integer[], days integer[]) RETURNS integer
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE
        WHEN n = 0 THEN place
        WHEN n > 0 THEN days[working[place] + least(n, 1000000)::integer]
        ELSE days[working[place - 1] + greatest(n, -1000000)::integer + 1]
    END;

CREATE FUNCTION luoshi.add_workdays(
    start date, n numeric, first date, working integer[], open integer[], days integer[]) RETURNS date
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (
        SELECT CASE WHEN open[greatest(p.place, p.found)] = open[least(p.place, p.found) - 1] THEN first + p.found - 2 END
        FROM (SELECT start - first + 2 AS place,
                     luoshi.workday_place(start - first + 2, n, working, days) AS found) AS p);

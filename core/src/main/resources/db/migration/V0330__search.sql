-- Searching registers by parts of words: any run of characters, from one on, in Chinese as in codes (ADR 0015).

-- Case, and full or half width, make no difference to a search.
CREATE FUNCTION luoshi.search_text(written text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN lower(normalize(written, NFKC));

-- The three characters that begin at each place, fewer at the end. A shorter word is the beginning of some of them.
CREATE FUNCTION luoshi.search_grams(words text) RETURNS tsvector
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 1000 AS $$
DECLARE
    grams text[] := '{}';
BEGIN
    FOR place IN 1..char_length(words) LOOP
        grams := grams || substr(words, place, 3);
    END LOOP;
    RETURN array_to_tsvector(grams);
END $$;

-- What the grams of every text that holds the word have; texts may have it that do not hold the word.
CREATE FUNCTION luoshi.search_query(word text) RETURNS tsquery
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    wanted text := '';
    gram text;
BEGIN
    FOR place IN 1..greatest(1, char_length(word) - 2) LOOP
        gram := '''' || replace(replace(substr(word, place, 3), '\', '\\'), '''', '''''') || '''';
        wanted := concat_ws(' & ', nullif(wanted, ''), gram);
    END LOOP;
    IF char_length(word) < 3 THEN
        wanted := wanted || ':*';
    END IF;
    RETURN wanted::tsquery;
END $$;

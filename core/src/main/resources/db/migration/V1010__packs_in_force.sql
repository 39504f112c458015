-- luoshi.pack_in_force names all packs each time; what the table of single activations knew moves there.
INSERT INTO luoshi.pack_in_force (known_at, position, pack, version, digest, change)
SELECT m.known_at, row_number() OVER (PARTITION BY m.known_at ORDER BY p.pack), p.pack, p.version, p.digest, m.change
FROM (SELECT known_at, max(change) AS change FROM luoshi.pack_activation GROUP BY known_at) AS m
CROSS JOIN LATERAL (
    SELECT DISTINCT ON (a.pack) a.pack, a.version, a.digest
    FROM luoshi.pack_activation AS a
    WHERE a.known_at <= m.known_at
    ORDER BY a.pack, a.known_at DESC) AS p;
DROP TABLE luoshi.pack_activation;

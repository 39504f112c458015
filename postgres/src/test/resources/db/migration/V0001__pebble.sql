CREATE TABLE luoshi.pebble (id int PRIMARY KEY);

CREATE TABLE luoshi.stone (id int PRIMARY KEY);

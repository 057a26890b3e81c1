CREATE OR REPLACE VIEW promises AS
-- As of the newest article in the lake; one dated after it was read (a day ahead of UTC at most) does not count.
SELECT * FROM promises_at((
    SELECT max(published_at) FROM articles WHERE published_at <= ingested_at + INTERVAL 1 DAY))

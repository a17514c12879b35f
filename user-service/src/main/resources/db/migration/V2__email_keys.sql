-- What addresses are compared by: in NFKC, in lower case. The service computes it, because what lower() does depends on
-- the locale of the database. A row without it is one that was added before, or by hand.
ALTER TABLE users ADD COLUMN email_key text;

UPDATE users SET email_key = lower(normalize(email, NFKC)) WHERE email ~ '[^\x01-\x7f]';

DROP INDEX users_email;
CREATE UNIQUE INDEX users_email ON users (coalesce(email_key, lower(email)));

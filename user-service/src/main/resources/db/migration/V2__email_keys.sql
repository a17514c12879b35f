-- What addresses are compared by: in NFKC, in lower case. The service computes it, because what lower() does depends on
-- the locale of the database. A row without it is one of an older instance, or was added by hand. The index of V1 stays,
-- for instances of the version before.
ALTER TABLE users ADD COLUMN email_key text;

UPDATE users SET email_key = lower(normalize(email, NFKC)) WHERE email ~ '[^\x01-\x7f]';

CREATE UNIQUE INDEX users_email_key ON users (coalesce(email_key, lower(email)));

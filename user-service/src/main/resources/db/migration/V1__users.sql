CREATE TABLE users (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name          text        NOT NULL,
  email         text        NOT NULL,
  password_hash text        NOT NULL,
  role          text        NOT NULL CHECK (role IN ('user', 'service', 'admin')),
  created_at    timestamptz NOT NULL DEFAULT now()
);

-- Ada@example.com and ada@example.com are one mailbox, so one user.
CREATE UNIQUE INDEX users_email ON users (lower(email));

-- Bucket4j's buckets, shared by all instances. Unlogged: they need no disk, and may be lost when PostgreSQL crashes.
CREATE UNLOGGED TABLE throttle_buckets (
  id         text PRIMARY KEY,
  state      bytea,
  expires_at bigint NOT NULL DEFAULT 0
);

CREATE INDEX throttle_buckets_expiry ON throttle_buckets (expires_at);

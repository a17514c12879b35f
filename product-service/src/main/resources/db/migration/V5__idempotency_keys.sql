CREATE TABLE idempotency_key (
  caller             bigint      NOT NULL,
  key                text        NOT NULL,
  -- What was asked for, to tell a repeated request from another one.
  fingerprint        text        NOT NULL,
  -- The response: a product as it was then, or why there was none. Both are absent only within the transaction.
  product            jsonb,
  refusal            text        CHECK (refusal IN ('insufficient-stock', 'unknown-product')),
  refused_product_id bigint,
  created_at         timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (caller, key)
);

CREATE INDEX idempotency_key_age ON idempotency_key (created_at);

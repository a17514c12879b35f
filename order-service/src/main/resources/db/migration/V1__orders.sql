CREATE TABLE orders (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  user_id        bigint      NOT NULL,
  -- Chosen before product-service is asked, so that an order that lost its answer can ask again, or take back.
  reservation_id uuid        NOT NULL UNIQUE,
  status         text        NOT NULL CHECK (status IN ('pending', 'confirmed', 'cancelled')),
  -- Set with the confirmation, and never changed.
  total          numeric(16, 2) CHECK (total >= 0),
  created_at     timestamptz NOT NULL DEFAULT now(),
  -- Until then somebody is at work on the order: a request that places it, or the recovery.
  claimed_until  timestamptz NOT NULL,
  -- Only a cancelled order has stock to return.
  stock_returned boolean     NOT NULL DEFAULT false,
  CHECK (status <> 'confirmed' OR total IS NOT NULL),
  CHECK (status = 'cancelled' OR NOT stock_returned)
);

CREATE INDEX orders_history ON orders (user_id, id DESC);

-- What the recovery looks for; empty when all is well.
CREATE INDEX orders_unsettled ON orders (claimed_until)
  WHERE status = 'pending' OR (status = 'cancelled' AND NOT stock_returned);

CREATE TABLE order_item (
  order_id   bigint  NOT NULL REFERENCES orders ON DELETE CASCADE,
  position   integer NOT NULL,
  product_id bigint  NOT NULL,
  quantity   integer NOT NULL CHECK (quantity > 0),
  -- As of the reservation; absent until there is one.
  name       text,
  unit_price numeric(8, 2),
  PRIMARY KEY (order_id, position)
);

CREATE TABLE idempotency_key (
  user_id            bigint      NOT NULL,
  key                text        NOT NULL,
  -- What was ordered, to tell a repeated request from another one.
  requested          text        NOT NULL,
  order_id           bigint      REFERENCES orders,
  -- The answer of a request that product-service refused; its order leaves no trace.
  refusal            text,
  refused_product_id bigint,
  created_at         timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (user_id, key),
  CHECK ((order_id IS NULL) = (refusal IS NOT NULL))
);

CREATE INDEX idempotency_key_age ON idempotency_key (created_at);
CREATE INDEX idempotency_key_order ON idempotency_key (order_id);

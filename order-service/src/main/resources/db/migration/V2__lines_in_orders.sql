-- An order and its lines are written and read together, so they are one row: {"productId", "quantity"} and, once they
-- are reserved, "name" and "unitPrice".
ALTER TABLE orders ADD COLUMN lines jsonb;

UPDATE orders SET lines = coalesce(
  (SELECT jsonb_agg(
            jsonb_strip_nulls(jsonb_build_object(
              'productId', product_id, 'quantity', quantity, 'name', name, 'unitPrice', unit_price))
            ORDER BY position)
   FROM order_item WHERE order_id = orders.id),
  '[]');

ALTER TABLE orders ALTER COLUMN lines SET NOT NULL;
DROP TABLE order_item;

-- A reservation's id is random and never looked for: its index only cost time.
ALTER TABLE orders DROP CONSTRAINT orders_reservation_id_key;

-- An order is removed together with what its key says of it, by the key.
ALTER TABLE idempotency_key DROP CONSTRAINT idempotency_key_order_id_fkey;
DROP INDEX idempotency_key_order;

-- Room for the confirmation beside the intent.
ALTER TABLE orders SET (fillfactor = 80);

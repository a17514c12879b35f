ALTER TABLE stock_reservation
  -- What the reservation took, with the names and prices of that moment: one row instead of one for each line.
  -- Absent if an instance of version 1.0 made the reservation; then its lines stand in stock_reservation_line_v1.
  ADD COLUMN lines      jsonb,
  -- When the status got its value.
  ADD COLUMN decided_at timestamptz NOT NULL DEFAULT now();

-- What is refused or released is deleted after some days, so that this index stays small.
CREATE INDEX stock_reservation_outdated ON stock_reservation (decided_at) WHERE status <> 'held';

-- Instances of version 1.0 still run during an update. They find all lines in a view of the old name, and insert theirs
-- through it. A later version moves what is left into the new column, and drops view and table.
ALTER TABLE stock_reservation_line RENAME TO stock_reservation_line_v1;
ALTER TABLE stock_reservation_line_v1
  DROP CONSTRAINT stock_reservation_line_reservation_id_fkey,
  ADD CONSTRAINT stock_reservation_line_reservation_id_fkey
    FOREIGN KEY (reservation_id) REFERENCES stock_reservation ON DELETE CASCADE NOT VALID;

CREATE VIEW stock_reservation_line AS
SELECT reservation_id, position, product_id, quantity, name, unit_price FROM stock_reservation_line_v1
UNION ALL
SELECT id,
       (ordinality - 1)::integer,
       (line ->> 'productId')::bigint,
       (line ->> 'quantity')::integer,
       line ->> 'name',
       (line ->> 'unitPrice')::numeric(8, 2)
FROM stock_reservation, jsonb_array_elements(lines) WITH ORDINALITY AS element (line, ordinality);

CREATE FUNCTION insert_stock_reservation_line_v1() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO stock_reservation_line_v1 (reservation_id, position, product_id, quantity, name, unit_price)
  VALUES (NEW.reservation_id, NEW.position, NEW.product_id, NEW.quantity, NEW.name, NEW.unit_price);
  RETURN NEW;
END $$;

CREATE TRIGGER insert_stock_reservation_line_v1 INSTEAD OF INSERT ON stock_reservation_line
  FOR EACH ROW EXECUTE FUNCTION insert_stock_reservation_line_v1();

INSERT INTO product (id, name, price, stock, category)
VALUES (1, 'Mechanical Keyboard', 129.99, 50, 'electronics'),
       (2, 'USB-C Hub', 49.99, 120, 'electronics'),
       (3, 'Ergonomic Mouse', 79.99, 30, 'electronics');

ALTER TABLE product ALTER COLUMN id RESTART WITH 4;

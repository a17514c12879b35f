-- Filters that few products pass must not read all others. Stock, which changes all the time, is in no index.
CREATE INDEX product_price ON product (price, id);
CREATE INDEX product_category_price ON product (category, price, id);

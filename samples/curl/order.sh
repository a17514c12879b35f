#!/bin/sh
# Logs in, looks at a product and orders it: against the stubs (./run stubs), or, with other addresses, the real shop.
set -eu

users=${USER_SERVICE_URL:-http://localhost:4001}
products=${PRODUCT_SERVICE_URL:-http://localhost:4002}
orders=${ORDER_SERVICE_URL:-http://localhost:4003}
product=${1:-1}

json='Content-Type: application/json'
login=$(curl -sS --fail "$users/auth/login" -H "$json" \
  -d '{"email":"ada@example.com","password":"Pass1234!"}')
token=$(printf '%s' "$login" | cut -d '"' -f 4)

curl -sS --fail "$products/products/$product"
echo
# The key makes it safe to repeat the order if there is no response.
curl -sS --fail-with-body "$orders/orders" -H "$json" -H "Authorization: Bearer $token" \
  -H "Idempotency-Key: order-$(date +%s)-$$" -d '{"items":[{"productId":'"$product"',"quantity":2}]}'
echo

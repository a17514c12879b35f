/**
 * Takes the stock of whole orders and puts it back. Only this package knows how reservations are
 * gathered, decided and stored; the rest of the service talks to {@link
 * org.contractshop.product.reservation.StockReservations}.
 */
@NullMarked
package org.contractshop.product.reservation;

import org.jspecify.annotations.NullMarked;

/**
 * Takes the stock of whole orders and puts it back. How reservations are gathered, decided and
 * stored is known here alone; the rest of the service talks to {@link
 * org.contractshop.product.reservation.StockReservations}.
 */
@NullMarked
package org.contractshop.product.reservation;

import org.jspecify.annotations.NullMarked;

package org.contractshop.product.reservation;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The data on which a transaction decides requests.
 *
 * @param rows the products that it locked, by id
 * @param lockedElsewhere products that exist, but that another transaction has locked
 * @param known what was decided before about the ids of the requests
 */
record LockedStock(
    Map<Long, StockRow> rows, Set<Long> lockedElsewhere, Map<UUID, StoredReservation> known) {}

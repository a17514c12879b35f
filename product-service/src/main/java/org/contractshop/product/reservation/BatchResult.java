package org.contractshop.product.reservation;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a transaction decided.
 *
 * @param outcomes one for each request, in their order; empty if a product was locked elsewhere
 * @param lockedElsewhere the products in question
 */
record BatchResult(List<Optional<ReservationOutcome>> outcomes, Set<Long> lockedElsewhere) {}

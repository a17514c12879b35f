package org.contractshop.launcher;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What is known after a run, all of it seen from outside.
 *
 * @param initialStock of each product, before the first order
 * @param finalStock of each product, after everything settled
 * @param customers what each customer did, and the history that the customer sees at the end
 * @param leastStockSeen the smallest stock that a reader saw of any product meanwhile
 */
record RunRecord(
    Map<Long, Long> initialStock,
    Map<Long, Long> finalStock,
    List<CustomerRecord> customers,
    long leastStockSeen) {
  record CustomerRecord(List<Intent> intents, List<JsonNode> history) {}
}

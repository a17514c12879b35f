package org.contractshop.system;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What is known after a run, all of it observed from outside.
 *
 * @param initialStock of each product, before the first order
 * @param finalStock of each product, after everything is settled
 * @param customers what each customer did, and the order history of the customer at the end
 * @param stockReads how often a reader saw the stock of all products during the run
 * @param leastStockSeen the smallest stock that it saw of any product
 */
record RunRecord(
    Map<Long, Long> initialStock,
    Map<Long, Long> finalStock,
    List<CustomerRecord> customers,
    int stockReads,
    long leastStockSeen) {
  record CustomerRecord(List<Intent> intents, List<JsonNode> history) {}
}

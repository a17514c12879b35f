package org.contractshop.client;

import java.math.BigDecimal;

record Toy(long id, String name, BigDecimal price) {}

package org.contractshop.client;

import java.math.BigDecimal;

public record Toy(long id, String name, BigDecimal price) {}

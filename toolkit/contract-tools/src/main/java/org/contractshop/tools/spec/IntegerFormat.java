package org.contractshop.tools.spec;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.format.Format;
import java.math.BigDecimal;
import java.math.BigInteger;
import tools.jackson.databind.JsonNode;

/**
 * The formats {@code int32} and {@code int64}. The library's own throw an exception for larger
 * numbers.
 */
final class IntegerFormat implements Format {
  private final String name;
  private final BigDecimal limit;

  IntegerFormat(String name, int bits) {
    this.name = name;
    limit = new BigDecimal(BigInteger.TWO.pow(bits - 1));
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public String getMessageKey() {
    return "format." + name;
  }

  @Override
  public boolean matches(ExecutionContext context, SchemaContext schema, JsonNode value) {
    if (!value.isNumber()) {
      return true; // another keyword complains
    }
    BigDecimal number = value.decimalValue();
    return number.compareTo(limit) < 0 && number.compareTo(limit.negate()) >= 0;
  }
}

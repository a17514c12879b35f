package org.contractshop.testing.stub;

import java.util.List;
import org.contractshop.build.SpecIdentity;
import org.contractshop.testing.spec.Contract;

final class Catalogue {
  private Catalogue() {}

  static String of(String service, SpecIdentity spec, List<Contract> contracts) {
    return "";
  }
}

package org.contractshop.order;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packagesOf = PeersTest.class, importOptions = DoNotIncludeTests.class)
class PeersTest {
  @ArchTest
  static final ArchRule only_the_stock_adapter_knows_the_clients =
      noClasses()
          .that()
          .resideOutsideOfPackage("..order.stock..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.contractshop.product..", "org.contractshop.user..")
          .because("an outage of a peer is translated in one place");
}

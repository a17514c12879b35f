package org.contractshop.order;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packagesOf = OrderServiceApplication.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule only_the_stock_adapter_knows_the_clients =
      noClasses()
          .that()
          .resideOutsideOfPackage("..order.stock..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.contractshop.product..", "org.contractshop.user..")
          .because("an outage of a peer is translated in one place");

  @ArchTest
  static final ArchRule the_domain_knows_nothing_generated_and_nothing_of_the_web =
      noClasses()
          .that()
          .resideInAPackage("org.contractshop.order")
          .and()
          .haveSimpleNameNotEndingWith("Controller")
          .and()
          .haveSimpleNameNotEndingWith("Handler")
          .and()
          .haveSimpleNameNotEndingWith("Config")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "..order.api..", "org.springframework.web..", "org.springframework.http..")
          .because("the wire may change without the domain");

  @ArchTest
  static final ArchRule classes_stay_in_their_package =
      classes()
          .that()
          .resideInAPackage("org.contractshop.order")
          .should()
          .notBePublic()
          .because("nobody outside uses them");
}

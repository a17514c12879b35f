package org.contractshop.testing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.LocationProvider;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Repository;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The architecture that all services share. The build of each checks its own classes. */
@AnalyzeClasses(locations = ArchitectureTest.CurrentModule.class)
class ArchitectureTest {
  static final class CurrentModule implements LocationProvider {
    @Override
    public Set<Location> get(Class<?> test) {
      return Set.of(
          Location.of(org.contractshop.tools.exchange.Repository.target().resolve("classes")));
    }
  }

  private static final DescribedPredicate<JavaClass> GENERATED = resideInAPackage("..api..");

  /** The classes between HTTP and the domain. */
  private static final DescribedPredicate<JavaClass> EDGE =
      nameMatching(".*(Controller|Handler|Config|Application)(\\$.*)?").forSubtype();

  /** Packages below that of the service are adapters to something outside. */
  private static final DescribedPredicate<JavaClass> ADAPTER =
      resideInAPackage("org.contractshop.*.*..");

  private static final DescribedPredicate<JavaClass> DOMAIN =
      not(GENERATED.or(EDGE).or(ADAPTER).or(annotatedWith(ConfigurationProperties.class)))
          .as("the domain");

  @ArchTest
  static final ArchRule theDomainKnowsNothingGeneratedAndNothingOfTheWeb =
      noClasses()
          .that(DOMAIN)
          .should()
          .dependOnClassesThat(
              GENERATED.or(
                  resideInAPackage("org.springframework.web..")
                      .or(resideInAPackage("org.springframework.http.."))
                      .or(resideInAPackage("jakarta.servlet.."))));

  @ArchTest
  static final ArchRule valuesAndExceptionsArePlainJava =
      noClasses()
          .that(DOMAIN)
          .and(
              assignableTo(Record.class)
                  .or(assignableTo(Enum.class))
                  .or(assignableTo(Exception.class)))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework..", "java.sql..", "jakarta..", "tools.jackson..");

  @ArchTest
  static final ArchRule onlyStoresSpeakSql =
      noClasses()
          .that()
          .areNotAnnotatedWith(Repository.class)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..");

  @ArchTest
  static final ArchRule controllersImplementTheGeneratedInterface =
      classes()
          .that()
          .areAnnotatedWith(RestController.class)
          .should()
          .implement(GENERATED.and(DescribedPredicate.describe("Api", JavaClass::isInterface)));

  @ArchTest
  static final ArchRule nothingElseMapsAUrl =
      methods()
          .that()
          .areDeclaredInClassesThat(not(GENERATED))
          .should()
          .notBeAnnotatedWith(RequestMapping.class)
          .andShould()
          .notBeMetaAnnotatedWith(RequestMapping.class);

  @ArchTest
  static final ArchRule classesArePublicOnlyForOtherPackages =
      classes()
          .that(not(GENERATED))
          .and()
          .areTopLevelClasses() // members of an interface are always public
          .should(bePublicOnlyForOtherPackages());

  private static ArchCondition<JavaClass> bePublicOnlyForOtherPackages() {
    return new ArchCondition<>("be public only if another package uses them") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean needed =
            !type.getModifiers().contains(JavaModifier.PUBLIC)
                || type.getDirectDependenciesToSelf().stream()
                    .anyMatch(
                        use ->
                            !use.getOriginClass().getPackageName().equals(type.getPackageName()));
        events.add(
            new SimpleConditionEvent(
                type, needed, type.getName() + " is public and only its own package uses it"));
      }
    };
  }
}

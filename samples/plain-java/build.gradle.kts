plugins {
  application
}

repositories {
  // Yours: the URL of the repository to which the shop releases.
  maven { url = uri(providers.gradleProperty("shop.repository").getOrElse("../../api-specs/released/repository")) }
  mavenCentral()
}

dependencies {
  implementation(platform("org.contractshop:bom:1.0.0"))
  implementation("org.contractshop:product-client")
  implementation("org.contractshop:order-client")
  testImplementation("org.contractshop:product-service::stubs")
  testImplementation("org.contractshop:order-service::stubs")
  testImplementation("org.wiremock:wiremock")
  testImplementation("org.junit.jupiter:junit-jupiter:6.0.3")
  testRuntimeOnly("org.junit.platform:junit-platform-launcher")
}

java {
  toolchain { languageVersion = JavaLanguageVersion.of(17) }
}

application {
  mainClass = "pricelist.PriceList"
}

tasks.test {
  useJUnitPlatform()
  systemProperty("product-service.version", "1.0.0")
  systemProperty("order-service.version", "1.0.0")
}

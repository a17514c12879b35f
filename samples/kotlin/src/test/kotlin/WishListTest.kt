package wishlist

import com.github.tomakehurst.wiremock.WireMockServer
import com.github.tomakehurst.wiremock.core.WireMockConfiguration.options
import java.math.BigDecimal
import org.contractshop.product.client.ProductClient
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Test

/** Against the stub jar on the class path. */
class WishListTest {
    private val folder =
        "META-INF/org.contractshop/product-service/" + System.getProperty("product-service.version")
    private val stubs =
        WireMockServer(options().dynamicPort().usingFilesUnderClasspath(folder)).apply { start() }
    private val wishes = WishList(ProductClient.at(stubs.baseUrl()))

    @AfterEach fun stop() = stubs.stop()

    @Test
    fun `a price is known, unless the product is gone`() {
        assertEquals(BigDecimal("129.99"), wishes.price(1))
        assertNull(wishes.price(999))
    }
}

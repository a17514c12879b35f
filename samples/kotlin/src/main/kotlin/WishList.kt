package wishlist

import java.math.BigDecimal
import org.contractshop.client.Pages
import org.contractshop.product.client.ListProductsOptions
import org.contractshop.product.client.ProductClient
import org.contractshop.product.client.ProductNotFoundException

/** What somebody wants, as far as it is affordable. */
class WishList(private val products: ProductClient) {
    fun price(id: Long): BigDecimal? =
        try {
            products.products().getProduct(id).price
        } catch (gone: ProductNotFoundException) {
            null
        }

    fun upTo(price: BigDecimal): List<String> =
        Pages.stream(products.products().listProducts(ListProductsOptions().maxPrice(price)))
            .map { it.name }
            .toList()
}

fun main() = println(WishList(ProductClient.at("http://localhost:3002")).upTo(BigDecimal("50")))

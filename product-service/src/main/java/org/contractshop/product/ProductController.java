package org.contractshop.product;

import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import org.contractshop.base.Paging;
import org.contractshop.product.api.ProductsApi;
import org.contractshop.product.api.model.CreateProductRequest;
import org.contractshop.product.api.model.ProductResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ProductController implements ProductsApi {
  private final ProductRepository products;

  ProductController(ProductRepository products) {
    this.products = products;
  }

  @Override
  public ResponseEntity<List<ProductResponse>> listProducts(
      @Nullable String category,
      @Nullable BigDecimal minPrice,
      @Nullable BigDecimal maxPrice,
      Integer limit,
      @Nullable String after) {
    List<Product> found =
        products.list(
            new ProductFilter(category, minPrice, maxPrice), Paging.key(after, 0), limit + 1);
    return Paging.page(found, limit, Product::id, ProductController::response);
  }

  @Override
  public ResponseEntity<ProductResponse> getProduct(Long id) {
    return ResponseEntity.ok(
        response(products.find(id).orElseThrow(() -> new ProductNotFoundException(id))));
  }

  @Override
  public ResponseEntity<ProductResponse> createProduct(CreateProductRequest request) {
    Product product =
        products.add(
            new NewProduct(
                request.getName(), request.getPrice(), request.getStock(), request.getCategory()));
    return ResponseEntity.created(URI.create("/products/" + product.id())).body(response(product));
  }

  static ProductResponse response(Product product) {
    return new ProductResponse(
        product.id(), product.name(), product.price(), product.stock(), product.category());
  }
}

package org.contractshop.product;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import org.contractshop.base.NotFoundException;
import org.contractshop.base.Paging;
import org.contractshop.product.api.ProductsApi;
import org.contractshop.product.api.model.CreateProductRequest;
import org.contractshop.product.api.model.ProductResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ProductController implements ProductsApi {
  private final HttpServletRequest request; // the current one
  private final Catalogue catalogue;
  private final ProductWrites writes;

  ProductController(HttpServletRequest request, Catalogue catalogue, ProductWrites writes) {
    this.request = request;
    this.catalogue = catalogue;
    this.writes = writes;
  }

  @Override
  public ResponseEntity<List<ProductResponse>> listProducts(
      @Nullable String category,
      @Nullable BigDecimal minPrice,
      @Nullable BigDecimal maxPrice,
      Integer limit,
      @Nullable String after) {
    Versioned<List<Product>> found =
        catalogue.list(
            new ProductQuery(
                new ProductFilter(category, minPrice, maxPrice), Paging.key(after, 0), limit + 1));
    ResponseEntity<List<ProductResponse>> page =
        Paging.page(found.content(), limit, Product::id, ProductController::response);
    return unlessKnown(found.version()).headers(page.getHeaders()).body(page.getBody());
  }

  @Override
  public ResponseEntity<ProductResponse> getProduct(Long id) {
    Versioned<Product> found =
        catalogue.find(id).orElseThrow(() -> new NotFoundException("product", id));
    return unlessKnown(found.version()).body(response(found.content()));
  }

  /** Spring compares versions, but does not know that {@code *} matches any of them. */
  private ResponseEntity.BodyBuilder unlessKnown(String version) {
    boolean known = "*".equals(request.getHeader(HttpHeaders.IF_NONE_MATCH));
    return ResponseEntity.status(known ? HttpStatus.NOT_MODIFIED : HttpStatus.OK).eTag(version);
  }

  @Override
  public ResponseEntity<ProductResponse> createProduct(
      CreateProductRequest request, @Nullable String idempotencyKey) {
    NewProduct product =
        new NewProduct(
            request.getName(), request.getPrice(), request.getStock(), request.getCategory());
    Product added =
        writes.add(
            product,
            KeyedRequest.of(
                idempotencyKey,
                "createProduct",
                product.name(),
                product.price().stripTrailingZeros(),
                product.stock(),
                product.category()));
    return ResponseEntity.created(URI.create("/products/" + added.id())).body(response(added));
  }

  static ProductResponse response(Product product) {
    return new ProductResponse(
        product.id(), product.name(), product.price(), product.stock(), product.category());
  }
}

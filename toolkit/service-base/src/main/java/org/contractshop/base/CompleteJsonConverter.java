package org.contractshop.base;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a JSON body as a whole, with its length, where Spring would send it in chunks, and reads
 * only UTF-8, as RFC 8259 requires.
 */
final class CompleteJsonConverter extends JacksonJsonHttpMessageConverter {
  private static final int TYPICAL_BYTES = 512;

  CompleteJsonConverter(JsonMapper mapper) {
    super(mapper);
  }

  @Override
  public boolean canRead(ResolvableType type, @Nullable MediaType mediaType) {
    return super.canRead(type, mediaType)
        && (mediaType == null
            || mediaType.getCharset() == null
            || StandardCharsets.UTF_8.equals(mediaType.getCharset()));
  }

  @Override
  protected void writeInternal(
      Object object,
      ResolvableType type,
      HttpOutputMessage response,
      @Nullable Map<String, Object> hints)
      throws IOException {
    Body body = new Body(response.getHeaders(), new ByteArrayOutputStream(TYPICAL_BYTES));
    super.writeInternal(object, type, body, hints);
    response.getHeaders().setContentLength(body.bytes().size());
    body.bytes().writeTo(response.getBody());
  }

  private record Body(HttpHeaders headers, ByteArrayOutputStream bytes)
      implements HttpOutputMessage {
    @Override
    public OutputStream getBody() {
      return bytes;
    }

    @Override
    public HttpHeaders getHeaders() {
      return headers;
    }
  }
}

package org.contractshop.tools.spec;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.format.Format;
import java.util.regex.Pattern;

/**
 * The format {@code email}: a mailbox as defined by RFC 5321. The library's own has a list of
 * top-level domains that lacks those for examples (RFC 2606).
 */
final class EmailAddress implements Format {
  private static final String ATOM = "[^\\s@.,;:<>()\\[\\]\"\\\\]+";
  private static final String LABEL = "[^\\W_]([\\w-]{0,61}[^\\W_])?";
  private static final Pattern MAILBOX =
      Pattern.compile(
          "(?=[^@]{1,64}@)%s(\\.%s)*@%s(\\.%s)*".formatted(ATOM, ATOM, LABEL, LABEL),
          Pattern.UNICODE_CHARACTER_CLASS);

  @Override
  public String getName() {
    return "email";
  }

  @Override
  public String getMessageKey() {
    return "format.email";
  }

  @Override
  public boolean matches(ExecutionContext context, String value) {
    return MAILBOX.matcher(value).matches();
  }
}

package org.contractshop.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.contractshop.launcher.Service;
import org.contractshop.launcher.ShopSystem;

/**
 * The resources that processes have used so far.
 *
 * @param processor of the process and its children
 * @param megabytes of memory at the moment; 0 if the system does not say
 */
record ProcessUse(Duration processor, long megabytes) {
  private static final String POSTGRES = "PostgreSQL";

  /** What each service used, and PostgreSQL with all of its processes. */
  static Map<String, ProcessUse> of(ShopSystem system) {
    Map<String, ProcessUse> use = new LinkedHashMap<>();
    for (Service service : Service.values()) {
      use.put(service.toString(), of(system.service(service).pid(), true));
    }
    use.put(POSTGRES, of(system.postgres().pid(), false));
    return use;
  }

  /** Milliseconds of processor time. */
  static long ofThisProcess() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
  }

  private static ProcessUse of(long pid, boolean withMemory) {
    ProcessHandle root = ProcessHandle.of(pid).orElseThrow();
    Duration processor =
        Stream.concat(Stream.of(root), root.descendants())
            .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
            .reduce(Duration.ZERO, Duration::plus);
    // PostgreSQL's processes share most of their memory, so a sum would be meaningless.
    return new ProcessUse(processor, withMemory ? megabytes(pid) : 0);
  }

  private static long megabytes(long pid) {
    Path status = Path.of("/proc/" + pid + "/status");
    if (!Files.exists(status)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1_024)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.contractshop.system;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.contractshop.launcher.Ports;

/** The services' server without our code: what this machine can do over HTTP. */
final class BareServer implements AutoCloseable {
  private static final byte[] BODY =
      "{\"status\":\"ok\",\"service\":\"none\"}".getBytes(StandardCharsets.UTF_8);

  private final Process process;
  private final URI url;

  private BareServer(Process process, URI url) {
    this.process = process;
    this.url = url;
  }

  /** In a separate process, like a service. */
  static BareServer start(List<String> javaOptions) throws IOException {
    int port = Ports.free(1).get(0);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(javaOptions);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(BareServer.class.getName(), Integer.toString(port)));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    // Tomcat's log says when it is ready.
    if (process
        .inputReader()
        .lines()
        .noneMatch(line -> line.contains("Starting ProtocolHandler"))) {
      throw new IOException("The server has ended");
    }
    return new BareServer(process, URI.create("http://localhost:" + port + "/"));
  }

  URI url() {
    return url;
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * @param arguments the port
   */
  public static void main(String[] arguments) throws Exception {
    Tomcat tomcat = new Tomcat();
    Path folder = Files.createTempDirectory("bare");
    tomcat.setBaseDir(folder.toString());
    tomcat.setPort(Integer.parseInt(arguments[0]));
    Context context = tomcat.addContext("", folder.toString());
    Tomcat.addServlet(context, "same", new SameResponse());
    context.addServletMappingDecoded("/", "same");
    tomcat.getConnector();
    tomcat.start();
    tomcat.getServer().await();
  }

  private static final class SameResponse extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.setContentType("application/json");
      response.setContentLength(BODY.length);
      response.getOutputStream().write(BODY);
    }
  }
}

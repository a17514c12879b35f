package org.contractshop.system;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Starts one of the programs: {@code ./run steady runs=1}. */
public final class Programs {
  @FunctionalInterface
  private interface Program {
    /** Returns whether all promises were kept. */
    boolean run(Options options) throws Exception;
  }

  private record Entry(Map<String, String> defaults, Program program) {}

  private static final Map<String, Entry> PROGRAMS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("benchmark", new Entry(BenchmarkProgram.DEFAULTS, BenchmarkProgram::run)),
              Map.entry("faults", new Entry(FaultProgram.DEFAULTS, FaultProgram::run)),
              Map.entry("logins", new Entry(LoginProgram.DEFAULTS, LoginProgram::run)),
              Map.entry("machines", new Entry(MachinesProgram.DEFAULTS, MachinesProgram::run)),
              Map.entry("outage", new Entry(OutageProgram.DEFAULTS, OutageProgram::run)),
              Map.entry("overload", new Entry(OverloadProgram.DEFAULTS, OverloadProgram::run)),
              Map.entry("reconcile", new Entry(ReconcileProgram.DEFAULTS, ReconcileProgram::run)),
              Map.entry("scale", new Entry(ScaleProgram.DEFAULTS, ScaleProgram::run)),
              Map.entry("seed", new Entry(Seed.DEFAULTS, Seed::run)),
              Map.entry("steady", new Entry(SteadyProgram.DEFAULTS, SteadyProgram::run)),
              Map.entry("telemetry", new Entry(TelemetryProgram.DEFAULTS, TelemetryProgram::run)),
              Map.entry("update", new Entry(UpdateProgram.DEFAULTS, UpdateProgram::run))));

  private Programs() {}

  /**
   * @param arguments the name of a program, and its options
   */
  public static void main(String[] arguments) throws Exception {
    Entry entry = arguments.length == 0 ? null : PROGRAMS.get(arguments[0]);
    if (entry == null) {
      System.err.println("Say which of " + PROGRAMS.keySet());
      System.exit(2);
    }
    try {
      String[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
      boolean good = entry.program().run(Options.parse(entry.defaults(), rest));
      System.exit(good ? 0 : 1);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }
}

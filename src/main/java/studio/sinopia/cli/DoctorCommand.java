package studio.sinopia.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sinopia doctor}: whether everything is in place, and where things lie. */
@Command(
        name = "doctor",
        description = "Check Java, memory, native libraries, folders, the model and the worker; say where data lies.")
final class DoctorCommand implements Callable<Integer> {

    private final Workbench bench;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    DoctorCommand(Workbench bench) {
        this.bench = bench;
    }

    @Override
    public Integer call() {
        List<Finding> findings = new Examination(bench).findings(this::print);
        boolean healthy = findings.stream().noneMatch(finding -> finding.state() == Finding.State.PROBLEM);
        if (!json) {
            bench.console().say(healthy ? "Everything is in place." : "Something needs attention, see above.");
        }
        return healthy ? ExitCode.DONE : ExitCode.FAILED;
    }

    private void print(Finding finding) {
        if (json) {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("check", finding.subject());
            facts.put("state", finding.state().word());
            facts.put("text", finding.text());
            bench.console().say(JsonLine.of(facts));
        } else {
            bench.console().say("%-8s %-10s %s".formatted(finding.state().word(), finding.subject(), finding.text()));
        }
    }
}

package city.urbanops.launcher;

import city.urbanops.engines.RunState;
import city.urbanops.engines.RunState.RunningProcess;
import city.urbanops.launcher.console.Screen;
import city.urbanops.launcher.platform.Orphans;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Stops the platform of this directory, wherever it was started. */
@Command(
        name = "down",
        description = "Stops the platform, services before engines; the data stays. Nothing running is no error.",
        mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {

    /** Services drain for at most 30 s, then four engines end one after another. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Duration GLANCE = Duration.ofMillis(250);
    private static final Duration ORPHAN_PATIENCE = Duration.ofSeconds(15);

    @Override
    public Integer call() {
        Workspace workspace = Workspace.ofThisProcess();
        Optional<RunState> running = RunState.read(workspace.home());
        if (running.isEmpty()) {
            System.out.println("UrbanOps does not run here");
            return ExitCodes.OK;
        }
        RunState state = running.get();
        Screen screen = Screen.ofThisProcess();
        screen.say("Stopping UrbanOps");
        Optional<ProcessHandle> supervisor = state.supervisor().handle();
        boolean ended = supervisor.isEmpty() || endsAfterTerm(supervisor.get(), state, screen);
        if (!ended) {
            screen.say("the supervisor does not end; killing it and stopping its processes from here");
            supervisor.get().destroyForcibly();
        }
        RunState.read(workspace.home()).ifPresent(left -> {
            new Orphans(ORPHAN_PATIENCE).stop(left, screen::say);
            RunState.delete(workspace.home());
        });
        screen.clear();
        screen.say("UrbanOps has stopped");
        return ExitCodes.OK;
    }

    private static boolean endsAfterTerm(ProcessHandle supervisor, RunState state, Screen screen) {
        supervisor.destroy();
        Set<String> gone = new HashSet<>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            if (Orphans.endsBefore(System.nanoTime() + GLANCE.toNanos(), state.supervisor())) {
                return true;
            }
            for (RunningProcess process : state.processes()) {
                if (!RunState.isAlive(process) && gone.add(process.name())) {
                    screen.done(process.name(), "stopped");
                }
            }
        }
        return false;
    }
}

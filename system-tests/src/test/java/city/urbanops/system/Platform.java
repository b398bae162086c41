package city.urbanops.system;

import city.urbanops.engines.RunState;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The whole platform, started once by its own command on ports of its own and stopped at the end: what a user gets from
 * {@code ./urbanops up --ephemeral --detach}.
 */
public final class Platform implements BeforeAllCallback, ParameterResolver {

    private static final Path ROOT =
            Path.of(System.getProperty("urbanops.root", "..")).toAbsolutePath().normalize();
    private static final Path HOME = Path.of("target", "platform").toAbsolutePath();
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(Platform.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot().getStore(NAMESPACE).computeIfAbsent(Running.class, key -> start());
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Running.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).get(Running.class, Running.class);
    }

    private static Running start() {
        var running = new Running();
        // Below the range from which the system hands out ports, and beside the defaults, so that a developer's own
        // platform may run.
        var result = running.urbanops(
                600,
                "up",
                "--no-build",
                "--ephemeral",
                "--detach",
                "--http-port=18080",
                "--service-port-base=18081",
                "--keycloak-port=18180",
                "--kafka-port=19092",
                "--postgres-port=15532",
                "--object-store-port=19100");
        if (result.exitCode() != 0) {
            throw new AssertionError("the platform did not start:\n" + result.output());
        }
        return running;
    }

    /** The running platform as a person at the machine sees it. */
    public static final class Running implements AutoCloseable {

        /** Where the gateway listens. */
        public String gatewayUrl() {
            return state().gatewayUrl();
        }

        /** The realm's token endpoint. */
        public String tokenUrl() {
            return state().keycloakUrl() + "/realms/urbanops/protocol/openid-connect/token";
        }

        /** Where Kafka listens. */
        public String kafkaBootstrap() {
            return state().kafkaBootstrap();
        }

        /** The present process of that name; another one after it was killed and restarted. */
        public ProcessHandle process(String name) {
            return state().processes().stream()
                    .filter(process -> process.name().equals(name))
                    .findFirst()
                    .flatMap(process -> ProcessHandle.of(process.pid()))
                    .orElseThrow(() -> new AssertionError("no process " + name));
        }

        /** Runs a verb of {@code ./urbanops} to its end, with everything it printed. */
        public Result urbanops(int patienceSeconds, String... arguments) {
            return finish(startVerb(arguments), patienceSeconds);
        }

        /** Starts a verb and returns while it runs. */
        public Verb startVerb(String... arguments) {
            var command = new ArrayList<String>();
            command.add(ROOT.resolve("urbanops").toString());
            command.addAll(List.of(arguments));
            try {
                Files.createDirectories(HOME);
                var output = Files.createTempFile(HOME, arguments[0], ".out");
                var builder =
                        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
                builder.environment().put("URBANOPS_HOME", HOME.toString());
                return new Verb(builder.start(), output);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Waits for a verb's end. */
        public Result finish(Verb verb, int patienceSeconds) {
            try {
                if (!verb.process().waitFor(patienceSeconds, TimeUnit.SECONDS)) {
                    verb.process().destroyForcibly();
                    throw new AssertionError("not finished in time:\n" + Files.readString(verb.output()));
                }
                return new Result(verb.process().exitValue(), Files.readString(verb.output()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }

        /** A place for a verb's {@code --json}. */
        public Path jsonFile(String name) {
            return HOME.resolve(name + ".json");
        }

        /** Reads what a verb wrote. */
        public JsonNode json(Path file) {
            try {
                return JSON.readTree(file.toFile());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            urbanops(120, "down");
        }

        private static RunState state() {
            return RunState.read(HOME).orElseThrow(() -> new AssertionError("the platform does not run"));
        }
    }

    /** A verb under way. */
    public record Verb(Process process, Path output) {}

    /** What a verb left. */
    public record Result(int exitCode, String output) {}
}

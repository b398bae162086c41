package city.urbanops.testkit.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;

/** Habits that hold in every layer (STYLE §3), each written as the calls that would break it. */
final class HabitRules {

    private static final Set<String> TIME_TYPES = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.LocalTime",
            "java.time.OffsetDateTime",
            "java.time.ZonedDateTime",
            "java.time.Year",
            "java.time.YearMonth");

    private HabitRules() {}

    static ArchRule nobodyBlocks() {
        return noClasses()
                .should()
                .callMethodWhere(calls("Thread.sleep", HabitRules::sleeps))
                .orShould()
                .callMethodWhere(calls("await() of a Uni or Multi", HabitRules::awaits))
                .because("the event loop serves everybody")
                .allowEmptyShould(true);
    }

    static ArchRule nobodyReadsTheSystemClock() {
        return noClasses()
                .should()
                .callMethodWhere(calls("the system clock", HabitRules::readsSystemClock))
                .because("time comes from the kit's Clock, which tests can move")
                .allowEmptyShould(true);
    }

    static ArchRule domainMakesNoIdentities(Layers layers) {
        return noClasses()
                .that()
                .resideInAPackage(layers.pattern(Layers.DOMAIN))
                .should()
                .callMethodWhere(calls("UUID.randomUUID", call -> is(call, "java.util.UUID", "randomUUID")))
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(java.util.Random.class, java.security.SecureRandom.class)
                .because("the same state and command must give the same decision")
                .allowEmptyShould(true);
    }

    static ArchRule onlyTheOutboxSends() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("org\\.eclipse\\.microprofile\\.reactive\\.messaging\\.(Emitter|Outgoing)"
                        + "|io\\.smallrye\\.reactive\\.messaging\\.MutinyEmitter"
                        + "|org\\.apache\\.kafka\\.clients\\.producer\\..*")
                .because("an event that is not in the outbox is lost when the process dies")
                .allowEmptyShould(true);
    }

    private static boolean sleeps(JavaCall<?> call) {
        return is(call, "java.lang.Thread", "sleep") || is(call, "java.util.concurrent.TimeUnit", "sleep");
    }

    private static boolean awaits(JavaCall<?> call) {
        return is(call, "io.smallrye.mutiny.Uni", "await")
                || is(call, "io.smallrye.mutiny.Uni", "awaitUsing")
                || is(call, "io.smallrye.mutiny.Multi", "toIterable");
    }

    /** {@code now(Clock)} is fine, {@code now()} and {@code now(ZoneId)} are not. */
    private static boolean readsSystemClock(JavaCall<?> call) {
        String owner = call.getTargetOwner().getFullName();
        List<String> parameters = call.getTarget().getRawParameterTypes().stream()
                .map(type -> type.getFullName())
                .toList();
        return (TIME_TYPES.contains(owner) && call.getName().equals("now") && !parameters.contains("java.time.Clock"))
                || (owner.equals("java.time.Clock") && call.getName().startsWith("system"))
                || is(call, "java.lang.System", "currentTimeMillis");
    }

    private static boolean is(JavaCall<?> call, String owner, String method) {
        return call.getTargetOwner().getFullName().equals(owner)
                && call.getName().equals(method);
    }

    private static DescribedPredicate<JavaCall<?>> calls(
            String description, java.util.function.Predicate<JavaCall<?>> test) {
        return DescribedPredicate.describe(description, test);
    }
}

package city.urbanops.dispatch.city.application;

import city.urbanops.dispatch.city.persistence.CityVersions;
import city.urbanops.kit.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** The versions of the city's data that are or were in force. */
@Singleton
public class ReadVersions {

    private static final int MOST = 100;

    private final Transactions transactions;
    private final CityVersions versions;

    ReadVersions(Transactions transactions, CityVersions versions) {
        this.transactions = transactions;
        this.versions = versions;
    }

    /** Versions of one set, the newest first, at most a hundred. */
    public record Versions(List<Version> items) {
        public Versions {
            items = List.copyOf(items);
        }
    }

    /** One version: its name, when and by whom it was stored first, and how many rows it has. */
    public record Version(String version, Instant storedAt, String storedBy, int rows) {}

    /** Of the areas. */
    public Uni<Versions> ofAreas() {
        return of(CityVersions.AREAS);
    }

    /** Of the units. */
    public Uni<Versions> ofUnits() {
        return of(CityVersions.UNITS);
    }

    /** Of the responsibility matrix. */
    public Uni<Versions> ofMatrix() {
        return of(CityVersions.MATRIX);
    }

    /** Of the calendar. */
    public Uni<Versions> ofCalendar() {
        return of(CityVersions.CALENDAR);
    }

    /** Of the exemptions. */
    public Uni<Versions> ofExemptions() {
        return of(CityVersions.EXEMPTIONS);
    }

    /** Of the joint operations. */
    public Uni<Versions> ofOperations() {
        return of(CityVersions.OPERATIONS);
    }

    private Uni<Versions> of(String set) {
        return transactions
                .read(session -> versions.history(session, set, MOST))
                .map(kept -> new Versions(kept.stream()
                        .map(one -> new Version(one.version(), one.storedAt(), one.storedBy(), one.rows()))
                        .toList()));
    }
}

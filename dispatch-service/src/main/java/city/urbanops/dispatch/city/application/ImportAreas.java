package city.urbanops.dispatch.city.application;

import city.urbanops.dispatch.city.persistence.CityTables;
import city.urbanops.dispatch.city.persistence.CityVersions;
import city.urbanops.geography.Area;
import city.urbanops.geography.AreaTopology;
import city.urbanops.geography.AreasDocument;
import city.urbanops.geography.CoordinateReference;
import city.urbanops.geography.TopologyFault;
import city.urbanops.kit.http.Outcome;
import city.urbanops.kit.problem.FieldError;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Takes a whole new division of the city into areas, or refuses it as a whole with everything that is wrong. */
@Singleton
public class ImportAreas {

    private final CityVersions versions;
    private final CityTables tables;
    private final PublishCity publish;
    private final CurrentCity city;
    private final Clock clock;

    ImportAreas(CityVersions versions, CityTables tables, PublishCity publish, CurrentCity city, Clock clock) {
        this.versions = versions;
        this.tables = tables;
        this.publish = publish;
        this.city = city;
        this.clock = clock;
    }

    /**
     * What a document holds; parents before children.
     *
     * @param areas empty when there are errors
     * @param errors by feature, and by pair of neighbours
     */
    public record Checked(List<Area> areas, List<FieldError> errors) {}

    /** Reads, converts and checks a document; about a second of work for a thousand areas, so not for the event loop. */
    public Checked check(JsonNode collection, CoordinateReference reference) {
        GeoJsonAreas.Read read = GeoJsonAreas.read(collection, reference);
        if (!read.errors().isEmpty()) {
            return new Checked(List.of(), read.errors());
        }
        List<Area> ordered = read.areas().stream()
                .sorted(Comparator.comparing(Area::level).thenComparing(Area::code))
                .toList();
        List<FieldError> errors = new ArrayList<>();
        AreaTopology.check(ordered).forEach(fault -> errors.add(error(fault)));
        errors.addAll(lost(ordered));
        return new Checked(errors.isEmpty() ? ordered : List.of(), errors);
    }

    /** Stores checked areas as the version in force and tells the other services; nothing in a dry run. */
    public Uni<Outcome> store(Mutiny.StatelessSession session, Checked checked, Upload upload) {
        if (!checked.errors().isEmpty()) {
            return Uni.createFrom().item(Outcome.refused(Upload.refused("areas", checked.errors())));
        }
        List<Area> areas = checked.areas();
        String version = "areas-" + clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Upload.Answer answer = new Upload.Answer(version, areas.size(), !upload.dryRun());
        if (upload.dryRun()) {
            return Uni.createFrom().item(Outcome.ok(answer));
        }
        Area whole = areas.get(0);
        AreasDocument document = new AreasDocument(version, whole.code(), whole.name(), areas);
        return versions.lock(session)
                .chain(() -> tables.replaceAreas(session, new CityVersions.Stored<>(version, upload.by(), areas)))
                .chain(() -> publish.areas(session, document))
                .replaceWith(Outcome.created(answer));
    }

    private static FieldError error(TopologyFault fault) {
        String other = fault.other();
        return new FieldError(other == null ? fault.code() : fault.code() + " " + other, fault.message());
    }

    /** Units and rules that name an area which would be gone. */
    private List<FieldError> lost(List<Area> areas) {
        Set<String> codes = areas.stream().map(Area::code).collect(Collectors.toSet());
        List<FieldError> errors = new ArrayList<>();
        city.get().units().all().stream()
                .filter(unit -> unit.active() && !codes.contains(unit.areaCode()))
                .map(unit -> new FieldError(
                        unit.areaCode(), "is missing, and the unit %s answers for it".formatted(unit.code())))
                .forEach(errors::add);
        city.get().matrix().rules().forEach(rule -> {
            String area = rule.areaCode();
            if (area != null && codes.stream().noneMatch(code -> code.startsWith(area))) {
                errors.add(new FieldError(area, "is missing, and rule %s is about it".formatted(rule.ruleId())));
            }
        });
        return errors;
    }
}

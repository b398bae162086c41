package city.urbanops.dispatch.city.application;

import city.urbanops.dispatch.city.domain.City;
import city.urbanops.dispatch.city.persistence.CityVersions;
import city.urbanops.dispatch.city.persistence.StoredCity;
import city.urbanops.dispatch.routing.application.RuleExpressions;
import city.urbanops.dispatch.routing.domain.Exemptions;
import city.urbanops.dispatch.routing.domain.Matrix;
import city.urbanops.dispatch.routing.domain.Operations;
import city.urbanops.dispatch.task.domain.Ladder;
import city.urbanops.dispatch.units.domain.UnitDirectory;
import city.urbanops.geography.AreaIndex;
import city.urbanops.geography.AreaLevel;
import city.urbanops.geography.AreasDocument;

/** Makes of the stored rows what decisions are taken with: indexes built, expressions compiled. Up to a second of work. */
final class BuildCity {

    private static final String NONE = "none";

    private BuildCity() {}

    static City of(StoredCity stored) {
        return new City(
                new UnitDirectory(stored.version(CityVersions.UNITS), stored.units()),
                new Matrix(
                        stored.version(CityVersions.MATRIX),
                        stored.rules(),
                        RuleExpressions.ready(stored.hours().city().zone(), stored.rules(), stored.switchedOff())),
                stored.hours().city(),
                stored.hours().units(),
                new Ladder(stored.steps()),
                stored.version(CityVersions.CALENDAR),
                AreaIndex.of(areas(stored)),
                new Exemptions(
                        stored.versions().getOrDefault(CityVersions.EXEMPTIONS, NONE),
                        stored.hours().city().zone(),
                        stored.exemptions()),
                new Operations(stored.versions().getOrDefault(CityVersions.OPERATIONS, NONE), stored.operations()));
    }

    private static AreasDocument areas(StoredCity stored) {
        return stored.areas().stream()
                .filter(area -> area.level() == AreaLevel.CITY)
                .findFirst()
                .map(city ->
                        new AreasDocument(stored.version(CityVersions.AREAS), city.code(), city.name(), stored.areas()))
                .orElseThrow(() -> new IllegalStateException("The stored areas have no city"));
    }
}

package city.urbanops.dispatch.city;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.dispatch.city.persistence.ShippedCity;
import city.urbanops.dispatch.routing.domain.Matrix;
import city.urbanops.dispatch.routing.domain.Router;
import city.urbanops.dispatch.routing.domain.Routing;
import city.urbanops.dispatch.routing.domain.RoutingQuestion;
import city.urbanops.dispatch.units.domain.UnitDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The shipped city through our own readers and router: no class of the shipped taxonomy is left without a unit. */
class ShippedCityTest {

    private static final Path TAXONOMY = Path.of(System.getProperty("urbanops.root", ".."))
            .resolve("case-intake-service/src/main/resources/city/taxonomy.csv");
    private static final List<String> DISTRICTS = List.of("450202", "450203", "450204", "450205", "450206");

    private final UnitDirectory units =
            new UnitDirectory("test", ShippedCity.units().rows());
    private final Matrix matrix = new Matrix("test", ShippedCity.matrix().rows());

    @Test
    void every_condition_of_every_class_goes_to_one_active_unit_in_every_district() throws IOException {
        List<String> header = List.of();
        for (String line : Files.readAllLines(TAXONOMY)) {
            List<String> fields = List.of(line.split(",", -1));
            if (header.isEmpty()) {
                header = fields;
                continue;
            }
            String classCode = fields.get(header.indexOf("class_code"));
            String condition = fields.get(header.indexOf("condition_code"));
            for (String district : DISTRICTS) {
                Routing routing =
                        Router.route(new RoutingQuestion(classCode, condition, district + "001001001"), matrix, units);
                assertThat(routing)
                        .as("%s/%s in %s", classCode, condition, district)
                        .isInstanceOf(Routing.ToUnit.class);
            }
        }
        assertThat(header).contains("class_code", "condition_code");
    }

    @Test
    void a_version_is_the_digest_of_the_file() {
        assertThat(ShippedCity.units().version())
                .startsWith("default-city-")
                .isEqualTo(ShippedCity.units().version())
                .isNotEqualTo(ShippedCity.matrix().version());
    }
}

package city.urbanops.geography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Gcj02Test {

    @ParameterizedTest
    @CsvSource({
        "121.5272106, 31.1774276, 121.531541859215, 31.17530398364597",
        "113.912316, 22.543847, 113.9171764808363, 22.540796131694766",
        "116.377817, 39.911954, 116.38404722455657, 39.91334545536069"
    })
    void shifts_as_chinese_maps_do(double longitude, double latitude, double shiftedLongitude, double shiftedLatitude) {
        Position shifted = Gcj02.fromWgs84(new Position(longitude, latitude));

        assertThat(shifted.longitude()).isCloseTo(shiftedLongitude, within(1e-7));
        assertThat(shifted.latitude()).isCloseTo(shiftedLatitude, within(1e-7));
    }

    @Property
    void comes_back_to_a_millimetre(
            @ForAll @DoubleRange(min = 74, max = 134) double longitude,
            @ForAll @DoubleRange(min = 4, max = 53) double latitude) {
        Position wgs = new Position(longitude, latitude);

        assertThat(Gcj02.toWgs84(Gcj02.fromWgs84(wgs)).metresTo(wgs)).isLessThan(0.001);
    }

    @ParameterizedTest
    @CsvSource({"-71.06, 42.36", "139.69, 35.69", "NaN, 30"})
    void leaves_the_rest_of_the_world_alone(double longitude, double latitude) {
        Position place = new Position(longitude, latitude);

        assertThat(Gcj02.toWgs84(place)).isEqualTo(place);
        assertThat(Gcj02.fromWgs84(place)).isEqualTo(place);
    }
}

package city.urbanops.dispatch.units.domain;

import org.jspecify.annotations.Nullable;

/**
 * A unit that can be given tasks.
 *
 * @param code unique, for example {@code water-company}
 * @param nameZh its name in Chinese
 * @param nameEn its name in English
 * @param kind department, company or district
 * @param parentCode the unit above it, if any
 * @param workplace where it works on its tasks
 * @param areaCode the area it answers for
 * @param active false once dissolved: it gets no new tasks
 */
public record Unit(
        String code,
        String nameZh,
        String nameEn,
        String kind,
        @Nullable String parentCode,
        Workplace workplace,
        String areaCode,
        boolean active) {}

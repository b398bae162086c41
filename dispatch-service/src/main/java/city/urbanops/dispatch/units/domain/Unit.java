package city.urbanops.dispatch.units.domain;

import java.util.List;
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
 * @param duties what it is there for, in words; may be empty
 * @param contacts how it is reached; may be empty
 */
public record Unit(
        String code,
        String nameZh,
        String nameEn,
        String kind,
        @Nullable String parentCode,
        Workplace workplace,
        String areaCode,
        boolean active,
        List<String> duties,
        List<Contact> contacts) {

    public Unit {
        duties = List.copyOf(duties);
        contacts = List.copyOf(contacts);
    }

    /**
     * How an office is reached; not a person's own telephone.
     *
     * @param purpose what for, for example {@code duty desk}
     * @param phone absent when there is none
     * @param email absent when there is none
     */
    public record Contact(
            String purpose,
            @Nullable String phone,
            @Nullable String email) {}

    /** A unit of which duties and contacts are not known. */
    public Unit(
            String code,
            String nameZh,
            String nameEn,
            String kind,
            @Nullable String parentCode,
            Workplace workplace,
            String areaCode,
            boolean active) {
        this(code, nameZh, nameEn, kind, parentCode, workplace, areaCode, active, List.of(), List.of());
    }
}

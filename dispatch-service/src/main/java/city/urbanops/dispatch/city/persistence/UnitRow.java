package city.urbanops.dispatch.city.persistence;

import city.urbanops.dispatch.units.domain.Unit;
import city.urbanops.dispatch.units.domain.Workplace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A unit as a row; what a version before this one left empty is read as nothing. */
record UnitRow(
        int position,
        String code,
        String nameZh,
        String nameEn,
        String kind,
        @Nullable String parentCode,
        Workplace workplace,
        String areaCode,
        boolean active,
        @Nullable List<String> duties,
        @Nullable List<Unit.Contact> contacts) {

    static UnitRow of(int position, Unit unit) {
        return new UnitRow(
                position,
                unit.code(),
                unit.nameZh(),
                unit.nameEn(),
                unit.kind(),
                unit.parentCode(),
                unit.workplace(),
                unit.areaCode(),
                unit.active(),
                unit.duties(),
                unit.contacts());
    }

    Unit unit() {
        return new Unit(
                code,
                nameZh,
                nameEn,
                kind,
                parentCode,
                workplace,
                areaCode,
                active,
                duties == null ? List.of() : duties,
                contacts == null ? List.of() : contacts);
    }
}

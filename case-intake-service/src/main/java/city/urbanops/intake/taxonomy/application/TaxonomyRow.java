package city.urbanops.intake.taxonomy.application;

import org.jspecify.annotations.Nullable;

/**
 * One line of a table of standards, as text; what the table has no column for is absent.
 *
 * @param line where it begins
 */
record TaxonomyRow(
        int line,
        @Nullable String classCode,
        String majorZh,
        String majorEn,
        String minorZh,
        String minorEn,
        @Nullable String conditionCode,
        String conditionZh,
        String conditionEn,
        String closingZh,
        String closingEn,
        String timeLimit,
        @Nullable String isDefault,
        @Nullable String urgent,
        @Nullable String responsible) {}

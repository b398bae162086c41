package city.urbanops.dispatch.learning.domain;

/** What figures are counted by. */
public enum Grouping {
    /** Everything together. */
    ALL,
    /** By the Monday a week begins with, in the city's zone. */
    WEEK,
    /** By class. */
    CLASS,
    /** By the rule or model that decided, {@code person} where none did. */
    DECIDER
}

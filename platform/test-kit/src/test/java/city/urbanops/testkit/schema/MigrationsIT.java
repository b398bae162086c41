package city.urbanops.testkit.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MigrationsIT {

    @Test
    void finds_nothing_in_what_only_expands() {
        assertThat(Migrations.in("expands", "db/expands").breaks()).isEmpty();
    }

    @Test
    void names_everything_the_version_before_would_stumble_over() {
        assertThat(Migrations.in("breaks", "db/breaks").breaks())
                .containsExactly(
                        "V2__gone.sql: greeting(who text) is gone",
                        "V2__gone.sql: public.other is gone",
                        "V2__gone.sql: public.thing.note is gone",
                        "V2__gone.sql: public.thing_names is gone",
                        "V3__stricter.sql: public.thing does not let the service DELETE any more",
                        "V3__stricter.sql: public.thing.name was text and is character varying(10)",
                        "V3__stricter.sql: public.thing.owner is new and must be given a value",
                        "V3__stricter.sql: public.thing.size must be given a value now",
                        "V3__stricter.sql: public.thing.thing_name forbids what was allowed: CREATE UNIQUE INDEX"
                                + " thing_name ON public.thing USING btree (name)",
                        "V3__stricter.sql: public.thing.thing_size forbids what was allowed: CHECK ((size > 0))",
                        "V4__required.sql: public.thing.name may not be null any more");
    }

    @Test
    void lets_a_migration_contract_what_it_names_and_nothing_else() {
        assertThat(Migrations.in("contracts", "db/contracts").breaks())
                .containsExactly("V3__said_wrongly.sql: says it contracts public.thing.name and does not");
    }
}

package city.urbanops.dispatch;

import static city.urbanops.dispatch.AdminApi.post;
import static city.urbanops.dispatch.AdminApi.postCsv;
import static city.urbanops.dispatch.FiledCaseStory.soon;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.dispatch.city.application.StartWithCity;
import city.urbanops.testkit.EventProbe;
import city.urbanops.testkit.Tokens;
import city.urbanops.testkit.UrbanOpsEngines;
import com.icegreen.greenmail.util.GreenMail;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages go to whoever is on duty; a roster is handed in by few, and its numbers are seen by few. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "dispatch"))
@QuarkusTestResource(MessageGateways.class)
class DutyRosterIT {

    private static final String ROSTER = "/api/v1/units/water-company/roster/versions";
    private static final String DUTY = "/api/v1/units/water-company/duty";
    private static final String HEADER =
            "post_id,kind,area_code,weekdays,hours,holidays,name,phone,email,effective_from,effective_until\n";

    @Inject
    StartWithCity start;

    @ConfigProperty(name = "quarkus.mailer.port")
    int smtpPort;

    private final String id = UUID.randomUUID().toString();
    private EventProbe probe;
    private GreenMail smtp;

    @BeforeEach
    void connect() {
        probe = new EventProbe();
        smtp = new PickyMailServer(smtpPort);
        smtp.start();
    }

    /** The shipped city again, for those who share it. */
    @AfterEach
    void restore() throws SQLException {
        smtp.stop();
        probe.close();
        Tables.change("delete from duty_roster");
        Tables.change("delete from message_route");
        Tables.change("update reference_version set version = 'default-city-older' where name = 'units'");
        start.seedAndLoad().await().atMost(Duration.ofSeconds(20));
    }

    @Test
    void a_message_goes_to_the_post_on_duty_in_the_smallest_area_and_the_choice_is_kept() {
        // Given
        unitHas(mail("office"));
        Response stored = postCsv(ROSTER, HEADER + """
                room,DUTY_ROOM,,,00:00-00:00,yes,Night desk,0772-2810000,%s,,
                west,VEHICLE_PATROL,450202,MON-SUN,"00:00-12:00,12:00-00:00",yes,Patrol,,%s,,
                east,VEHICLE_PATROL,450203,,00:00-00:00,yes,Patrol,,%s,,
                """.formatted(mail("room"), mail("west"), mail("east")));
        assertThat(stored.statusCode()).as(stored.asString()).isEqualTo(201);
        assertThat(stored.<List<?>>path("warnings")).as(stored.asString()).isEmpty();

        // When
        FiledCaseStory story = FiledCaseStory.filed(probe, "P0101");

        // Then
        soon(() -> assertThat(mailsTo("west")).isEqualTo(1));
        assertThat(mailsTo("room") + mailsTo("east") + mailsTo("office")).isZero();
        Response choices = get("dispatcher", DUTY + "/choices?limit=1");
        assertThat(choices.<String>path("items[0].postId"))
                .as(choices.asString())
                .isEqualTo("west");
        assertThat(choices.<String>path("items[0].caseId"))
                .isEqualTo(story.caseId().toString());
        assertThat(choices.<String>path("items[0].rosterVersion")).isEqualTo(stored.path("version"));
        assertThat(choices.asString()).doesNotContain(id);
    }

    @Test
    void when_nobody_is_on_duty_the_unit_s_own_contacts_are_told_and_that_is_kept_too() {
        // Given
        unitHas(mail("office"));
        store("room,DUTY_ROOM,,,00:00-00:00,yes,Desk,,%s,%s,"
                .formatted(mail("room"), LocalDate.now(ZoneOffset.UTC).plusDays(3)));

        // When
        FiledCaseStory story = FiledCaseStory.filed(probe, "P0101");

        // Then
        soon(() -> assertThat(mailsTo("office")).isEqualTo(1));
        assertThat(mailsTo("room")).isZero();
        Response choices = get("dispatcher", DUTY + "/choices");
        assertThat(choices.<String>path("items[0].caseId"))
                .isEqualTo(story.caseId().toString());
        assertThat(choices.<String>path("items[0].postId")).isNull();
    }

    @Test
    void numbers_are_shown_to_those_who_ring_and_hidden_from_others() {
        // Given
        store("room,DUTY_ROOM,,,22:00-06:00,yes,Night desk,13800138000,%s,,".formatted(mail("room")));
        String atNight = DUTY + "?at=2026-11-27T16:00:00Z";

        // Then
        for (String user : List.of("dispatcher", "shift-leader", "admin", "water")) {
            assertThat(get(user, atNight).<String>path("onDuty[0].contact.phone"))
                    .as(user)
                    .isEqualTo("13800138000");
            assertThat(get(user, "/api/v1/units/water-company/roster").statusCode())
                    .as(user)
                    .isEqualTo(200);
        }
        for (String user : List.of("patrol", "lead", "agent", "crew")) {
            Response duty = get(user, atNight);
            assertThat(duty.<String>path("onDuty[0].postId")).as(user).isEqualTo("room");
            assertThat(duty.<String>path("onDuty[0].until")).as(user).isEqualTo("2026-11-28T06:00:00");
            assertThat(duty.asString()).as(user).doesNotContain("13800138000", id, "Night");
            assertThat(get(user, "/api/v1/units/water-company/roster").statusCode())
                    .as(user)
                    .isEqualTo(403);
            assertThat(get(user, DUTY + "/choices").statusCode()).as(user).isEqualTo(403);
            assertThat(get(user, ROSTER).statusCode()).as(user).isEqualTo(403);
        }
        assertThat(get("patrol", DUTY + "?at=2026-11-27T04:00:00Z").<List<?>>path("onDuty"))
                .as("at noon nobody is on duty")
                .isEmpty();
        assertThat(given().get(DUTY).statusCode()).isEqualTo(401);
    }

    @Test
    void only_administrators_and_the_unit_s_lead_hand_a_roster_in() {
        for (String user : List.of("dispatcher", "water", "lead", "patrol")) {
            assertThat(given().auth()
                            .oauth2(Tokens.of(user))
                            .contentType(ContentType.JSON)
                            .body(Map.of("posts", List.of()))
                            .post(ROSTER)
                            .statusCode())
                    .as(user)
                    .isEqualTo(403);
        }
        assertThat(given().auth()
                        .oauth2(Tokens.of("lead"))
                        .contentType(ContentType.JSON)
                        .body(Map.of("posts", List.of()))
                        .post("/api/v1/units/{unit}/roster/versions?dryRun=true", "urban-enforcement")
                        .statusCode())
                .as("the own unit's")
                .isEqualTo(200);
    }

    @Test
    void rows_that_say_nothing_are_refused_by_line_and_column_and_nothing_is_stored() throws SQLException {
        // When
        Response refused = postCsv(ROSTER, HEADER + """
                a,DUTY_ROOM,999999,,08:00-12:00,yes,,,,,
                b,BICYCLE,,MON-NEVER,08:00-12:00,perhaps,,,,,
                c,DUTY_ROOM,,,8 to 12,,,call me,nobody,2026-02-30,
                d,DUTY_ROOM,,,08:00-12:00,,,,,2026-03-01,2026-01-01
                ,DUTY_ROOM,,,,,,,,,
                """);

        // Then
        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(422);
        assertThat(refused.<List<String>>path("errors.field"))
                .contains("line 2", "line 3", "line 4", "line 5", "line 6");
        assertThat(refused.<List<String>>path("errors.message"))
                .contains(
                        "area_code: '999999' is not an area",
                        "kind: is FIXED_POST, VEHICLE_PATROL or DUTY_ROOM, not 'BICYCLE'",
                        "weekdays: are written MON;WED or MON-FRI, not 'MON-NEVER'",
                        "holidays: is yes or no",
                        "hours: hours are written 06:00-09:00,17:00-22:00, not '8 to 12'",
                        "phone: is not a telephone number",
                        "email: is not a mail address",
                        "effective_from: '2026-02-30' is not a date such as 2026-01-31",
                        "effective_until: lies before effective_from")
                .anySatisfy(message -> assertThat(message).startsWith("post_id: "));
        assertThat(refused.asString()).doesNotContain("call me", "nobody");
        assertThat(Tables.texts("select version from duty_roster")).isEmpty();
    }

    @Test
    void two_versions_of_a_post_on_the_same_day_are_refused() {
        Response refused = postCsv(ROSTER, HEADER + """
                a,DUTY_ROOM,,,08:00-12:00,,,,,,2026-06-30
                a,DUTY_ROOM,,,09:00-12:00,,,,,2026-06-30,
                """);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<String>path("errors[0].field")).isEqualTo("line 3");
        assertThat(refused.<String>path("errors[0].message"))
                .isEqualTo("effective_from, effective_until: overlap those of 'a' in line 2");
    }

    @Test
    void what_is_no_roster_is_refused() {
        assertThat(postCsv("/api/v1/units/nobody/roster/versions", HEADER).statusCode())
                .isEqualTo(404);
        assertThat(postCsv(ROSTER, HEADER + "a,\"b").statusCode()).isEqualTo(400);
        assertThat(postCsv(ROSTER, HEADER + "a,DUTY_ROOM\n".repeat(1_000_000)).<String>path("errors[0].message"))
                .isEqualTo("is one too many: at most 500 rows are taken");
        assertThat(post(ROSTER, "{\"posts\":[" + "{},".repeat(1_000_000) + "{}]}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(postCsv(ROSTER, "post_id,weekday\na,MON\n").<String>path("errors[0].message"))
                .startsWith("'weekday' is not a column");
        assertThat(post(ROSTER, "{\"posts\":[null]}").statusCode()).isEqualTo(400);
        assertThat(post(ROSTER, "{}").statusCode()).isEqualTo(400);
        assertThat(get("patrol", DUTY + "?at=tonight").<String>path("errors[0].field"))
                .isEqualTo("at");
        assertThat(get("dispatcher", DUTY + "/choices?cursor=x").statusCode()).isEqualTo(400);
        assertThat(get("patrol", "/api/v1/units/nobody/duty").statusCode()).isEqualTo(404);
        assertThat(get("admin", "/api/v1/units/water-company/roster").statusCode())
                .as("it has none")
                .isEqualTo(404);
    }

    @Test
    void gaps_and_overlaps_are_warned_of_and_stored_all_the_same() {
        // When
        Response stored = postCsv(ROSTER, HEADER + """
                a,DUTY_ROOM,,,06:00-23:00,yes,,,x@unit.example,,
                b,DUTY_ROOM,,,22:00-23:00,yes,,,,,
                """);

        // Then
        assertThat(stored.statusCode()).as(stored.asString()).isEqualTo(201);
        assertThat(stored.<List<String>>path("warnings.message"))
                .anySatisfy(gap -> assertThat(gap)
                        .startsWith("Nobody is on duty for urgent items from ")
                        .endsWith(": MON TUE WED THU FRI SAT SUN 00:00-06:00,23:00-24:00"))
                .contains(
                        "is on duty for the same area at the same time as line 2: messages go to that one",
                        "has neither phone nor email: messages pass it by");
        assertThat(get("dispatcher", "/api/v1/units/water-company/roster").<List<String>>path("posts.postId"))
                .containsExactly("a", "b");
    }

    @Test
    void who_is_on_no_roster_any_more_is_forgotten() throws SQLException {
        // Given
        store("room,DUTY_ROOM,,,00:00-00:00,yes,Li,,%s,,".formatted(mail("before")));
        FiledCaseStory.filed(probe, "P0101");
        soon(() -> assertThat(mailsTo("before")).isEqualTo(1));
        soon(() -> assertThat(Tables.texts("select message_id from message")).isEmpty());

        // When
        store("room,DUTY_ROOM,,,00:00-00:00,yes,Wang,,%s,,".formatted(mail("after")));

        // Then
        assertThat(Tables.texts("select posts from duty_roster"))
                .singleElement()
                .satisfies(posts -> assertThat(posts).contains(mail("after")).doesNotContain(mail("before")));
        assertThat(Tables.texts("select address from message_route")).doesNotContain(mail("before"));
        assertThat(Tables.texts("select posts::text from duty_roster_version").toString())
                .doesNotContain(id, "Wang");
        assertThat(get("admin", ROSTER).<List<Integer>>path("items.posts")).hasSizeGreaterThan(1);
    }

    private void store(String row) {
        Response stored = postCsv(ROSTER, HEADER + row + "\n");
        assertThat(stored.statusCode()).as(stored.asString()).isEqualTo(201);
    }

    private String mail(String who) {
        return who + "-" + id + "@water.example";
    }

    private long mailsTo(String who) {
        return Arrays.stream(smtp.getReceivedMessages())
                .filter(one -> recipient(one).equals(mail(who)))
                .count();
    }

    private static String recipient(MimeMessage message) {
        try {
            return message.getAllRecipients()[0].toString();
        } catch (jakarta.mail.MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static Response get(String user, String path) {
        return given().auth().oauth2(Tokens.of(user)).get(path);
    }

    private static void unitHas(String email) {
        Response stored = AdminApi.put(
                "/api/v1/units/water-company",
                Map.of(
                        "nameZh", "供水公司",
                        "nameEn", "Water Company",
                        "kind", "COMPANY",
                        "parentCode", "city-management-bureau",
                        "workplace", "TASK_DESK",
                        "areaCode", "450200",
                        "contacts", List.of(Map.of("purpose", "office", "email", email))));
        assertThat(stored.statusCode()).as(stored.asString()).isEqualTo(200);
    }
}

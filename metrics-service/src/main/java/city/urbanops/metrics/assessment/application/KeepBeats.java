package city.urbanops.metrics.assessment.application;

import city.urbanops.kit.http.Outcome;
import city.urbanops.kit.ids.Ids;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.transaction.Transactions;
import city.urbanops.metrics.assessment.application.Beats.Beat;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Takes in who patrols where. */
@Singleton
public class KeepBeats {

    private final Transactions transactions;
    private final Beats beats;
    private final Ids ids;
    private final Clock clock;

    KeepBeats(Transactions transactions, Beats beats, Ids ids, Clock clock) {
        this.transactions = transactions;
        this.beats = beats;
        this.ids = ids;
        this.clock = clock;
    }

    /** Every beat ever entered. */
    public Uni<List<Beat>> all() {
        return transactions.read(beats::all);
    }

    /** A beat from a day on; refused if one of its areas lies within another, which would count its cases twice. */
    public Uni<Outcome> add(
            Mutiny.StatelessSession session, String account, List<String> areas, LocalDate validFrom, String by) {
        for (int i = 0; i < areas.size(); i++) {
            for (int j = 0; j < areas.size(); j++) {
                if (i != j && areas.get(i).startsWith(areas.get(j))) {
                    return Uni.createFrom()
                            .item(Outcome.refused(
                                    Problem.unprocessable("areas[%d]".formatted(i), "lies within " + areas.get(j))));
                }
            }
        }
        var beat =
                new Beat(ids.next(), account, areas, validFrom, clock.instant().truncatedTo(ChronoUnit.MICROS), by);
        return beats.add(session, beat).map(stored -> Outcome.created(beat));
    }
}

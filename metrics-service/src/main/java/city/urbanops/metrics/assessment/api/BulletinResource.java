package city.urbanops.metrics.assessment.api;

import city.urbanops.contracts.Roles;
import city.urbanops.metrics.assessment.application.Bulletin;
import city.urbanops.metrics.assessment.application.ReadAssessment;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.File;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestPath;

/** A period's bulletin as a file: as published, else as it would be now. A lead gets the own unit's lines. */
@Path("/api/v1/assessments/{scheme}/{period}")
@RolesAllowed({Roles.ASSESSOR, Roles.DEPARTMENT_LEAD, Roles.ADMIN, Roles.DRIVER})
public class BulletinResource {

    private final ReadAssessment read;
    private final Visibility visibility;
    private final Optional<File> font;

    BulletinResource(
            ReadAssessment read,
            Visibility visibility,
            @ConfigProperty(name = "urbanops.bulletin.font") Optional<String> font) {
        this.read = read;
        this.visibility = visibility;
        this.font = font.map(File::new).filter(File::canRead);
    }

    @GET
    @Path("bulletin.csv")
    public Uni<Response> csv(@RestPath String scheme, @RestPath String period) {
        return file(scheme, period, "text/csv; charset=utf-8", "csv", BulletinFiles::csv);
    }

    @GET
    @Path("bulletin.xlsx")
    public Uni<Response> excel(@RestPath String scheme, @RestPath String period) {
        return file(
                scheme,
                period,
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                "xlsx",
                BulletinFiles::excel);
    }

    @GET
    @Path("bulletin.pdf")
    public Uni<Response> pdf(@RestPath String scheme, @RestPath String period) {
        return file(scheme, period, "application/pdf", "pdf", bulletin -> BulletinFiles.pdf(bulletin, font));
    }

    /** Files are made on a worker: a large one must not hold up the event loop. */
    private Uni<Response> file(
            String scheme, String period, String type, String ending, Function<Bulletin, byte[]> make) {
        var asked = Parameters.period(period);
        return visibility
                .of(scheme, asked)
                .chain(own -> read.sheet(scheme, asked, false)
                        .map(sheet -> own.map(sheet::of).orElse(sheet)))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(sheet -> Response.ok(make.apply(Bulletin.of(sheet, scheme)), type)
                        .header(
                                "Content-Disposition",
                                "attachment; filename=\"%s-%s.%s\"".formatted(sheet.scheme(), asked.name(), ending))
                        .build());
    }
}

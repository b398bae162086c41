package city.urbanops.intake.dust.persistence;

import city.urbanops.contracts.ContractJson;
import city.urbanops.contracts.reference.DustSitesDocument;
import city.urbanops.contracts.reference.DustSitesDocument.Site;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Sites and monitors in {@code dust_site} and {@code dust_device}. */
@Singleton
public class DustSites {

    private static final String ALL = """
            select cast(coalesce(json_agg(json_build_object(
                'siteId', site_id, 'role', role, 'name', name, 'countyCode', county_code,
                'location', json_build_object('lng', lng, 'lat', lat), 'permitNo', permit_no, 'builder', builder,
                'active', active,
                'devices', coalesce((select json_agg(json_build_object(
                        'deviceId', device_id, 'cycleSeconds', cycle_seconds) order by device_id)
                    from dust_device device where device.site_id = site.site_id), '[]'))
                order by site_id), '[]') as text)
            from dust_site site
            """;
    private static final String PUT = """
            insert into dust_site (site_id, role, name, county_code, lng, lat, permit_no, builder, active)
            select site ->> 'siteId', site ->> 'role', site ->> 'name', site ->> 'countyCode',
                   cast(site -> 'location' ->> 'lng' as double precision),
                   cast(site -> 'location' ->> 'lat' as double precision),
                   site ->> 'permitNo', site ->> 'builder', cast(site ->> 'active' as boolean)
            from (select cast(cast(:site as text) as json) as site) as given
            on conflict (site_id) do update set
                role = excluded.role, name = excluded.name, county_code = excluded.county_code, lng = excluded.lng,
                lat = excluded.lat, permit_no = excluded.permit_no, builder = excluded.builder, active = excluded.active
            """;
    private static final String PUT_DEVICES = """
            insert into dust_device (device_id, site_id, cycle_seconds)
            select device ->> 'deviceId', :siteId, cast(device ->> 'cycleSeconds' as int)
            from json_array_elements(cast(cast(:site as text) as json) -> 'devices') as device
            """;
    private static final String ELSEWHERE = """
            select device_id from dust_device where site_id <> :siteId and device_id in (
                select device ->> 'deviceId' from json_array_elements(cast(cast(:site as text) as json) -> 'devices') as device)
            order by device_id limit 1
            """;

    /** One change of the register at a time, so that each published version holds those before it. */
    public Uni<Void> lock(Mutiny.StatelessSession session) {
        return session.createNativeQuery("select pg_advisory_xact_lock(hashtext('dust-sites'))", Object.class)
                .getResultList()
                .replaceWithVoid();
    }

    /** All sites with their monitors, ordered by id. */
    public Uni<List<Site>> all(Mutiny.StatelessSession session) {
        return session.createNativeQuery(ALL, String.class).getSingleResult().map(json -> {
            try {
                return ContractJson.mapper()
                        .readValue("{\"version\":\"\",\"sites\":" + json + "}", DustSitesDocument.class)
                        .sites();
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The first of the site's monitors that stands on another site, if any does. */
    public Uni<Optional<String>> elsewhere(Mutiny.StatelessSession session, Site site) {
        return session.createNativeQuery(ELSEWHERE, String.class)
                .setParameter("siteId", site.siteId())
                .setParameter("site", json(site))
                .getResultList()
                .map(found -> found.stream().findFirst());
    }

    /** Stores a site and its monitors in place of what was there. */
    public Uni<Void> put(Mutiny.StatelessSession session, Site site) {
        return session.createNativeQuery(PUT)
                .setParameter("site", json(site))
                .executeUpdate()
                .chain(() -> session.createNativeQuery("delete from dust_device where site_id = :siteId")
                        .setParameter("siteId", site.siteId())
                        .executeUpdate())
                .chain(() -> session.createNativeQuery(PUT_DEVICES)
                        .setParameter("siteId", site.siteId())
                        .setParameter("site", json(site))
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static String json(Site site) {
        return ContractJson.mapper().valueToTree(site).toString();
    }
}

package city.urbanops.dispatch.task.application;

import city.urbanops.dispatch.city.application.CurrentCity;
import city.urbanops.dispatch.task.config.TaskConfig;
import city.urbanops.dispatch.task.domain.Copies;
import city.urbanops.dispatch.task.domain.FiledFacts;
import city.urbanops.dispatch.units.domain.Unit;
import jakarta.inject.Singleton;
import java.util.List;

/** Who gets a copy of a new task: units that help by rule, and the district of a double dispatch 双派单 (DOMAIN §7). */
@Singleton
class Copying {

    private static final String DISTRICT = "DISTRICT";

    private final CurrentCity city;
    private final TaskConfig config;

    Copying(CurrentCity city, TaskConfig config) {
        this.city = city;
        this.config = config;
    }

    /**
     * The copies of a task.
     *
     * @param lead the unit that has it, which gets no copy
     * @param assisting units the rule names; those that do not exist or are dissolved are left out
     */
    Copies of(FiledFacts facts, String lead, List<String> assisting) {
        List<String> helping = assisting.stream()
                .filter(code -> !code.equals(lead))
                .filter(code ->
                        city.get().units().find(code).filter(Unit::active).isPresent())
                .distinct()
                .toList();
        if (!config.copyDistrictChannels().contains(facts.channel())) {
            return new Copies(helping, List.of());
        }
        List<String> districts = city.get().units().all().stream()
                .filter(unit -> unit.kind().equals(DISTRICT) && unit.active())
                .filter(unit -> facts.areaCode().startsWith(unit.areaCode()))
                .map(Unit::code)
                .filter(code -> !code.equals(lead) && !helping.contains(code))
                .toList();
        return new Copies(helping, districts);
    }
}

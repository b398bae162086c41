package city.urbanops.kit.tally;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What happened under one key, in order: {@code +1+2+3}. */
@Entity
@Table(name = "tally")
public class Tally {

    @Id
    public String name;

    public String steps;
}

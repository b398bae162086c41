package city.urbanops.bench.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProcessUsageTest {

    @Test
    void sums_own_time_and_that_of_ended_children() {
        String stat = "42 (a (strange) name) S 1 42 42 0 -1 4194304 100 0 0 0 7 5 20 10 20 0 1 0 100 0 0";

        assertThat(ProcessUsage.ticks(stat)).isEqualTo(7 + 5 + 20 + 10);
        assertThat(ProcessUsage.ticks("")).isZero();
    }

    @Test
    void reads_sizes_of_the_status_file() {
        String status = "VmPeak:\t  900 kB\nVmRSS:\t  512 kB\nRssShmem:\t      12 kB\n";

        assertThat(ProcessUsage.kib(status, "VmRSS:")).isEqualTo(512);
        assertThat(ProcessUsage.kib(status, "VmSwap:")).isZero();
    }

    @Test
    void counts_what_the_processes_of_a_tree_share_once() {
        String parent = "RssAnon:\t 10 kB\nRssFile:\t 7 kB\nRssShmem:\t 100 kB\n";
        String child = "RssAnon:\t 20 kB\nRssFile:\t 8 kB\nRssShmem:\t 90 kB\n";

        assertThat(ProcessUsage.residentOf(List.of(parent, child, ""))).isEqualTo(10 + 20 + 8 + 100);
    }

    @Test
    void turns_ticks_into_cores_and_kibibytes_into_mebibytes() {
        var before = new ProcessUsage(Map.of("kafka", 1_000L), Map.of());
        var after = new ProcessUsage(Map.of("kafka", 4_000L, "gateway", 600L), Map.of("kafka", 2_048L));

        assertThat(after.coresSince(before, 60)).containsOnly(Map.entry("kafka", 0.5), Map.entry("gateway", 0.1));
        assertThat(after.cpuMsPer(before, 1_000)).containsOnly(Map.entry("kafka", 30.0), Map.entry("gateway", 6.0));
        assertThat(after.rssMb()).containsOnly(Map.entry("kafka", 2.0));
    }
}

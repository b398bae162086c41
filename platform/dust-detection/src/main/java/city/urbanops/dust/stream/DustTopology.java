package city.urbanops.dust.stream;

import city.urbanops.contracts.Topics;
import city.urbanops.dust.DustRule;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** From {@code dust-readings} to {@code dust-alarms} and {@code dust-readings.dlq}. */
public final class DustTopology {

    private DustTopology() {}

    /**
     * Builds the topology.
     *
     * @param rule the city's figures
     * @param register the monitors in use now; asked for each reading, so it must be cheap
     * @param counts counts along
     */
    public static Topology of(DustRule rule, StreamSettings settings, Supplier<Register> register, DustCounts counts) {
        var builder = new StreamsBuilder();
        var gated = builder.stream(Topics.DUST_READINGS.name(), Consumed.with(Serdes.String(), Serdes.ByteArray()))
                .process(() -> new ReadingGate(settings, register, counts));
        gated.filter((key, value) -> value instanceof Published)
                .mapValues(Published.class::cast)
                .to((key, event, context) -> event.topic(), Produced.with(Serdes.String(), published()));
        gated.filter((key, value) -> value instanceof Sample)
                .mapValues(Sample.class::cast)
                .repartition(Repartitioned.<String, Sample>as("county")
                        .withKeySerde(Serdes.String())
                        .withValueSerde(Forms.sample())
                        .withNumberOfPartitions(Topics.DUST_READINGS.partitions()))
                .process(new Counties(rule, settings, register, counts))
                .to((key, event, context) -> event.topic(), Produced.with(Serdes.String(), published()));
        return builder.build();
    }

    private static Serde<Published> published() {
        return Serdes.serdeFrom((topic, event) -> event.body(), (topic, bytes) -> {
            throw new UnsupportedOperationException("the topology does not read what it publishes");
        });
    }

    /** Makes the processors with their stores; what they keep is small and on the heap, and survives in changelog topics. */
    private record Counties(DustRule rule, StreamSettings settings, Supplier<Register> register, DustCounts counts)
            implements ProcessorSupplier<String, Sample, String, Published> {

        @Override
        public Processor<String, Sample, String, Published> get() {
            return new CountyProcessor(rule, settings, register, counts);
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(
                    store(CountyProcessor.MONITORS, Forms.monitor()),
                    store(CountyProcessor.SITES, Forms.site()),
                    store(CountyProcessor.COUNTIES, Serdes.Long()));
        }

        private static <T> StoreBuilder<?> store(String name, Serde<T> values) {
            return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), Serdes.String(), values)
                    .withCachingEnabled();
        }
    }
}

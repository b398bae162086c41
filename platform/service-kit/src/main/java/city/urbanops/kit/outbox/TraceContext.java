package city.urbanops.kit.outbox;

import io.opentelemetry.api.trace.Span;
import org.jspecify.annotations.Nullable;

/** The W3C trace context of the running request, as it travels with an event. */
final class TraceContext {

    private TraceContext() {}

    /** The {@code traceparent} value, or null outside a trace. */
    static @Nullable String current() {
        var context = Span.current().getSpanContext();
        return context.isValid()
                ? "00-" + context.getTraceId() + "-" + context.getSpanId() + "-"
                        + context.getTraceFlags().asHex()
                : null;
    }
}

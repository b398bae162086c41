package city.urbanops.bench.client;

import io.vertx.core.buffer.Buffer;

/**
 * One call to make.
 *
 * @param call its kind
 * @param path below {@code /api/v1}, with leading slash
 * @param body JSON
 * @param idempotencyKey the same for all repetitions of an attempt whose outcome is unknown, so that nothing is doubled
 * @param since the {@link System#nanoTime()} its latency counts from: its intended start
 */
public record Request(Call call, String path, Buffer body, String idempotencyKey, long since) {}

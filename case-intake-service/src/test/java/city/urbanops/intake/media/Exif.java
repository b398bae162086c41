package city.urbanops.intake.media;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Camera notes for tests: a TIFF structure (TIFF 6.0 §2) with the tags of Exif 2.32. */
public final class Exif {

    private static final short ASCII = 2;
    private static final short SHORT = 3;
    private static final short LONG = 4;
    private static final short RATIONAL = 5;
    private static final int HEADER = 8;

    private Exif() {}

    /** Notes of a camera that stood there at that time ({@code yyyy:MM:dd HH:mm:ss}) and was held so. */
    public static byte[] of(double lng, double lat, String takenAt, String offset, int orientation) {
        var camera = new Directory();
        camera.add(0x9003, ASCII, 20, text(takenAt));
        camera.add(0x9011, ASCII, 7, text(offset));
        var gps = new Directory();
        gps.add(1, ASCII, 2, text(lat < 0 ? "S" : "N"));
        gps.add(2, RATIONAL, 3, degrees(Math.abs(lat)));
        gps.add(3, ASCII, 2, text(lng < 0 ? "W" : "E"));
        gps.add(4, RATIONAL, 3, degrees(Math.abs(lng)));
        var main = new Directory();
        main.add(
                0x0112,
                SHORT,
                1,
                ByteBuffer.allocate(2).putShort((short) orientation).array());
        var cameraAt = HEADER + Directory.size(3);
        var gpsAt = cameraAt + camera.length();
        main.add(0x8769, LONG, 1, ByteBuffer.allocate(4).putInt(cameraAt).array());
        main.add(0x8825, LONG, 1, ByteBuffer.allocate(4).putInt(gpsAt).array());
        return Pictures.joined(
                ByteBuffer.allocate(HEADER)
                        .put("MM\0*".getBytes(StandardCharsets.US_ASCII))
                        .putInt(HEADER)
                        .array(),
                main.bytes(HEADER),
                camera.bytes(cameraAt),
                gps.bytes(gpsAt));
    }

    private static byte[] text(String text) {
        return (text + "\0").getBytes(StandardCharsets.US_ASCII);
    }

    /** In millionths of a degree; no minutes, no seconds. */
    private static byte[] degrees(double degrees) {
        return ByteBuffer.allocate(24)
                .putInt((int) Math.round(degrees * 1_000_000))
                .putInt(1_000_000)
                .putInt(0)
                .putInt(1)
                .putInt(0)
                .putInt(1)
                .array();
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Entry(int tag, short type, int count, byte[] value) {}

    private static final class Directory {

        private final List<Entry> entries = new ArrayList<>();

        void add(int tag, short type, int count, byte[] value) {
            entries.add(new Entry(tag, type, count, value));
        }

        static int size(int entries) {
            return 2 + 12 * entries + 4;
        }

        int length() {
            return size(entries.size())
                    + entries.stream()
                            .mapToInt(entry -> entry.value().length)
                            .filter(length -> length > 4)
                            .sum();
        }

        byte[] bytes(int at) {
            var bytes = ByteBuffer.allocate(length());
            var beyond = size(entries.size());
            bytes.putShort((short) entries.size());
            for (var entry : entries) {
                bytes.putShort((short) entry.tag()).putShort(entry.type()).putInt(entry.count());
                var next = bytes.position() + 4;
                if (entry.value().length <= 4) {
                    bytes.put(entry.value());
                } else {
                    bytes.putInt(at + beyond);
                    bytes.put(beyond, entry.value());
                    beyond += entry.value().length;
                }
                bytes.position(next);
            }
            return bytes.array();
        }
    }
}

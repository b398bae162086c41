package city.urbanops.gateway.limits;

/** The part of an address that one subscriber holds: all of an IPv4 address, the first 64 bits of an IPv6 address (RFC 6177). */
final class ClientNetwork {

    private static final int SUBSCRIBER_GROUPS = 4;

    private ClientNetwork() {}

    /** A key for the network, or the text itself if it is no IPv6 address. */
    static String of(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        var scope = address.indexOf('%');
        var groups = (scope < 0 ? address : address.substring(0, scope)).split(":", -1);
        var key = new StringBuilder();
        for (var i = 0; i < SUBSCRIBER_GROUPS && i < groups.length && !groups[i].isEmpty(); i++) {
            key.append(groups[i]).append(':');
        }
        return key.append(":/64").toString();
    }
}

package city.urbanops.gateway.proxy;

/** No connection to a service could be had, so the request was certainly not done. */
class ServiceAway extends RuntimeException {

    ServiceAway(Throwable cause) {
        super(cause.getMessage(), cause, false, false);
    }
}

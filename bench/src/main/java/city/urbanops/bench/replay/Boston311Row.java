package city.urbanops.bench.replay;

/**
 * The columns of a Boston 311 record that a replay uses; never null, empty where the record says nothing.
 *
 * @param id {@code case_enquiry_id}
 * @param status {@code case_status}: Open or Closed
 * @param reason the city's group of types
 * @param type the city's type of request
 * @param district {@code pwd_district}, the public works district
 * @param source how it came in
 */
record Boston311Row(String id, String status, String reason, String type, String district, String source) {

    /** Whether the record shows the request closed. */
    boolean isClosed() {
        return status.equals("Closed");
    }
}

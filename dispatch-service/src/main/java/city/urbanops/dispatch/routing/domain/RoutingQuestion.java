package city.urbanops.dispatch.routing.domain;

/**
 * What routing looks at.
 *
 * @param classCode kind, major and minor class
 * @param conditionCode the filing condition
 * @param areaCode the smallest known area
 */
public record RoutingQuestion(String classCode, String conditionCode, String areaCode) {}

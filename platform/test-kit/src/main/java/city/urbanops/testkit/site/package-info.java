/**
 * What the tests of every service of a unit share: the tasks dispatch gives it and what else happens to them ({@link
 * city.urbanops.testkit.site.SiteStream}), the unit's people at its HTTP face ({@link city.urbanops.testkit.site.SiteApi}), and the
 * tests all such services inherit ({@link city.urbanops.testkit.site.SiteTest}).
 */
@NullMarked
package city.urbanops.testkit.site;

import org.jspecify.annotations.NullMarked;

/**
 * What {@code ./urbanops} runs before the launcher exists: decides whether the sources have changed since the last build,
 * runs Maven with progress, and stages what was built below {@code .urbanops/app}. It is compiled by plain {@code javac}
 * on a fresh clone, therefore it may use nothing but the JDK, no class of the launcher and no JSpecify annotation.
 */
@NullMarked
package city.urbanops.launcher.build;

import org.jspecify.annotations.NullMarked;

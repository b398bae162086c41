package city.urbanops.expressions;

import dev.cel.common.CelOptions;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;

/**
 * What every expression has to live with. CEL has no loops beside its macros, and the iterations of all macros of one evaluation,
 * nested ones too, are counted together; regular expressions are RE2's, whose time grows with the text and not with its powers.
 */
final class Limits {

    static final int LONGEST_SOURCE = 4_000;
    private static final int DEEPEST_NESTING = 60;
    private static final int MOST_ITERATIONS = 10_000;
    private static final int LARGEST_PATTERN = 1_000;

    private static final CelOptions OPTIONS = CelOptions.current()
            .maxExpressionCodePointSize(LONGEST_SOURCE)
            .maxParseRecursionDepth(DEEPEST_NESTING)
            .comprehensionMaxIterations(MOST_ITERATIONS)
            .maxRegexProgramSize(LARGEST_PATTERN)
            .enableHeterogeneousNumericComparisons(true)
            .evaluateCanonicalTypesToNativeValues(true)
            .build();

    static final CelRuntime RUNTIME = CelRuntimeFactory.standardCelRuntimeBuilder()
            .setOptions(OPTIONS)
            .addLibraries(CelExtensions.math(OPTIONS))
            .build();

    private Limits() {}

    static CelCompilerBuilder compiler() {
        return CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addLibraries(CelExtensions.math(OPTIONS));
    }
}

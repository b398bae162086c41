/** How well dispatch would have gone: a model is trained on one part of a city's cases and asked about another it has not seen. */
@org.jspecify.annotations.NullMarked
package city.urbanops.evaluation.dispatch;

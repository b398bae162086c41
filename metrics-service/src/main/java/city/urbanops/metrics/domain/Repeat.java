package city.urbanops.metrics.domain;

/**
 * What a repeat 重复发生 is: a filed case for which an earlier filed case of the same class in the same smallest area was filed within
 * {@value #DAYS} days before. The ledger of deductions and the repeat rate mean the same by it.
 *
 * <p>It is no {@link CaseSet}: those look at one case, this looks at two. Who the offender was is not known here, and need not be: the
 * place and the class stand for it.
 */
public final class Repeat {

    /** Local practice (the ledger's rule on repeated problems, DOMAIN §8, names no days); fixed, or published periods could not be reproduced. */
    public static final int DAYS = 30;

    private Repeat() {}
}

/**
 * Photos of cases: taken in whole or through a pre-signed URL, checked and re-encoded, shown to those who see the case, attached to it
 * by whoever uploaded them, and removed if nobody does (ADR 0055).
 */
@NullMarked
package city.urbanops.intake.media.application;

import org.jspecify.annotations.NullMarked;

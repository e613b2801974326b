/** Unknown and open times as numbers, so that intervals compare without a case for null. Beyond any time in a record. */
export const FAR_PAST = '(-9000000000000000)::bigint';
export const FAR_FUTURE = '9000000000000000::bigint';

/** When the tests of a service take place, in every language: what they say about dates stays true. */
export const NOW = Date.UTC(2026, 2, 2, 9, 30);

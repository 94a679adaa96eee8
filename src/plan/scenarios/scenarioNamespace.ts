/** Stays the same over versions of the schema, so that an older add-in finds a newer document and can say so. */
export const scenarioNamespace = "urn:savings-attribution:scenario:1";

/** Functions that have a native form, as docs/sharing.md lists them. */
export const nativeNames: readonly string[] = [
  ...["COMPOUNDEFF", "SAVINGSGAP", "REQUIREDEFF", "COMBINED", "OVERLAP", "OPTIMISMBIAS", "RAG", "DELIVERYRATE"],
  ...["IMPLIEDUNITCOST", "PLANVARIANCE", "DISCOUNT", "NETSAVING", "PARTYEAR", "REALTERMS"],
];

/** webpack gives a workbook's bytes as a data address. */
declare module "*.xlsx" {
  const address: string;
  export default address;
}

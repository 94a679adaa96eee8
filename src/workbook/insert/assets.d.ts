/** The sample workbook: its file in the repository, its data in the program (scripts/build/sampleLoader.js). */
declare module "*/forward-view.xlsx" {
  // eslint-disable-next-line @typescript-eslint/consistent-type-imports -- a module declared for a name cannot import
  const sample: import("./sampleWorkbook").SampleWorkbook;
  export default sample;
}

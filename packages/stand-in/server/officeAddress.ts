/** The add-in's page with the address of Office.js on this server, `origin`: the one thing that the preview changes in it. */
export function localOfficeAddress(html: string, origin: string): string {
  return html.replaceAll(
    /https:\/\/appsforoffice\.microsoft\.com\/lib\/(?:1|1\.1|beta)\/hosted\//g,
    `${origin}/office-js/`,
  );
}

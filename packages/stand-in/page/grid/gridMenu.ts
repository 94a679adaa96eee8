import type { MenuConfig } from "@univerjs/ui";

/**
 * What of the grid's own context menus is not offered: it would not be kept in the file (protection by the grid's own rules),
 * would leave tables and charts behind (a copy of a sheet)
 * or leads nowhere in a page that is not connected to a server.
 */
export const gridMenu: MenuConfig = Object.fromEntries(
  [
    "sheet.command.copy-sheet",
    "sheet.contextMenu.permission",
    "sheet.command.add-range-protection-from-sheet-bar",
    "sheet.command.delete-worksheet-protection-from-sheet-bar",
    "sheet.command.change-sheet-protection-from-sheet-bar",
    "sheet.command.view-sheet-permission-from-sheet-bar",
  ].map((id) => [id, { hidden: true }]),
);

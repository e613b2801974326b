/**
 * Roles of the cells of a grid whose rows are drawn only where they are seen: a table element cannot hold such rows, so the
 * parts say themselves what they are (ARIA 1.2, grid). The grid has the focus, its cells have none.
 */
export const GRID = { head: 'columnheader', cell: 'gridcell' } as const;

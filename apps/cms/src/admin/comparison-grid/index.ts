/** The field for comparison tables, as the admin knows it; the server registers the same name. */
export const comparisonGridField = {
  name: 'comparison-grid',
  type: 'json',
  intlLabel: { id: 'desk.comparison-grid.label', defaultMessage: 'Comparison table' },
  intlDescription: { id: 'desk.comparison-grid.description', defaultMessage: 'Rows and columns with headers' },
  components: {
    Input: async () => ({ default: (await import('./input')).ComparisonGridInput }),
  },
};

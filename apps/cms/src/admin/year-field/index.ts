/** The field for years, as the admin knows it; the server registers the same name. */
export const yearField = {
  name: 'year',
  type: 'integer',
  intlLabel: { id: 'desk.year.label', defaultMessage: 'Year' },
  intlDescription: { id: 'desk.year.description', defaultMessage: 'Four digits, without a comma' },
  components: {
    Input: async () => ({ default: (await import('./input')).YearInput }),
  },
};

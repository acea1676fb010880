/** How an editor meets a field: its name, what belongs in it with an example, and how wide it is (of 12). */
interface FieldWords {
  label: string;
  description?: string;
  placeholder?: string;
  /** For a field that refers to other entries: which of their fields names them. */
  namedBy?: string;
}

/** How an editor meets a kind of content, or a block. */
export interface Layout {
  /** The field that names an entry wherever it is listed. */
  namedBy: string;
  /** The rows of the form, top to bottom; a field shares its row evenly unless it says how wide it is. */
  form: (string | [field: string, size: number])[][];
  /** Fields that are set elsewhere and do not stand in the form. */
  notHere?: string[];
  fields: Record<string, FieldWords>;
}

/** How the list of a kind of content looks before anybody filters it. */
export interface ListLayout extends Layout {
  columns: string[];
  sortBy: string;
  order: 'ASC' | 'DESC';
}

/** What the parts around the rows may ask of them. */
export interface ListHandle {
  /** The row that Tab reaches; null: there is none. */
  cursorId(): number | null;
  /** null: the row that Tab reaches. */
  focus(id: number | null): void;
}

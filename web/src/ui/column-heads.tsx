/** The heads of a table whose columns have one word each. */
export const ColumnHeads = ({ of }: { of: readonly string[] }) =>
  of.map((column) => (
    <th key={column} scope="col">
      {column}
    </th>
  ));

import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

/** A table that moves inside its frame where it is wider than the page, by keyboard too. */
export function Table({ caption, columns, children }: { caption: ComponentChildren; columns: string[]; children: ComponentChildren }) {
  const id = useId();
  return (
    <div class="table" role="region" aria-labelledby={id} tabIndex={0}>
      <table>
        <caption id={id}>{caption}</caption>
        <thead><tr>{columns.map((column) => <th key={column} scope="col">{column}</th>)}</tr></thead>
        {children}
      </table>
    </div>
  );
}

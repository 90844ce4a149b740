import { languageOf, type Named, nameOf, pageOf, typeWords } from "../words";

/** A name as the data has it, with the language of its script. Direction marks in it do not reach the text around it. */
export function Name({ of }: { of: Named }) {
  const name = nameOf(of);
  return <bdi class="name" lang={languageOf(name)}>{name}</bdi>;
}

export function NameLink({ of }: { of: Named }) {
  return <a href={pageOf(of)}><Name of={of} /></a>;
}

export function Kind({ of }: { of: Named }) {
  return <span class="kind">{typeWords(of.__typename ?? "")}</span>;
}

import { texts } from "./texts";

/** EDTF for readers, in the words of the printed formats. */
export function dateWords(when: { edtf: string } | null | undefined): string {
  return when ? edtfWords(when.edtf) : texts.date.none;
}

export function edtfWords(edtf: string): string {
  const [first = "", last] = edtf.split("/");
  if (last === undefined) return end(first);
  if (first === ".." || first === "") return `${texts.date.until} ${end(last)}`;
  if (last === ".." || last === "") return `${texts.date.from} ${end(first)}`;
  return `${end(first)} ${texts.date.to} ${end(last)}`;
}

function end(text: string): string {
  const plain = text.replace(/[~?%]+$/, "");
  const sign = text.slice(plain.length);
  return `${sign.includes("~") || sign.includes("%") ? `${texts.date.about} ` : ""}${plain}${sign.includes("?") || sign.includes("%") ? ` ${texts.date.uncertain}` : ""}`;
}

/** MILITARY_UNIT, MilitaryUnit → military unit: for kinds that came after these texts were written. */
export function plainWords(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, "$1 $2").replaceAll("_", " ").toLowerCase();
}

export function typeWords(typename: string): string {
  return texts.types[typename] ?? plainWords(typename);
}

export function numberWords(value: number): string {
  return value.toLocaleString("en", { maximumFractionDigits: 4 });
}

/** The language of a name by its script, for the right glyphs and for a voice that reads it. */
export function languageOf(name: string): string | undefined {
  if (/\p{Script=Hangul}/u.test(name)) return "ko";
  if (/\p{Script=Cyrillic}/u.test(name)) return /[ґєії]/i.test(name) ? "uk" : "ru";
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(name)) return "ja";
  if (/\p{Script=Han}/u.test(name)) return "zh";
  return undefined;
}

export interface Named {
  __typename?: string;
  id?: string;
  name?: string;
  caption?: string;
  title?: string;
  locator?: string;
}

export function nameOf(node: Named): string {
  return node.name ?? node.caption ?? node.title ?? node.locator ?? node.id ?? texts.unnamed;
}

/** The page of a record that needs no script. */
export function pageOf(node: Named): string {
  const id = encodeURI(node.id ?? "");
  if (node.__typename === "Source") return `/source/${id}`;
  return node.__typename === "Claim" || node.__typename === "EdgeFact" ? `/fact/${id}` : `/node/${id}`;
}

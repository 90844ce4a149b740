/** Hands a file to the reader without asking the server. */
export function save(content: string, mediaType: string, name: string): void {
  const address = URL.createObjectURL(new Blob([content], { type: `${mediaType};charset=utf-8` }));
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  // The download has begun when the next task runs.
  setTimeout(() => URL.revokeObjectURL(address));
}

/** Comma-separated values. What a spreadsheet would take for a formula gets an apostrophe before it, numbers excepted. */
export function csvOf(rows: (string | number | null)[][]): string {
  return rows.map((row) => row.map((value) => (typeof value === "number" ? String(value) : cell(value ?? ""))).join(",")).join("\r\n") + "\r\n";
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const painted = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "font-family", "font-size", "font-weight", "text-anchor"];

/** A drawing with its colours written into it: a file has no style sheet beside it. */
export function pictureOf(svg: SVGSVGElement | null | undefined): string {
  if (!svg) return "";
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = svg.querySelectorAll("*");
  copy.querySelectorAll("*").forEach((element, index) => {
    const original = originals[index];
    if (!original) return;
    const style = getComputedStyle(original);
    for (const name of painted) element.setAttribute(name, style.getPropertyValue(name));
    element.removeAttribute("class");
  });
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  return new XMLSerializer().serializeToString(copy);
}

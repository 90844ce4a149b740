import { computed, signal } from "@preact/signals";

/** Where the reader is. Every view keeps its state here and nowhere else, so that back, reload and a link work. */
const current = signal(here());

export const path = computed(() => current.value.pathname);

export const query = computed(() => new URLSearchParams(current.value.search));

function here(): URL {
  return new URL(location.href);
}

addEventListener("popstate", () => {
  current.value = here();
});

export function go(address: string, { replace = false } = {}): void {
  const target = new URL(address, location.href);
  if (target.href === location.href) return;
  if (replace) history.replaceState(null, "", target);
  else history.pushState(null, "", target);
  current.value = here();
}

export type Values = Record<string, string | number | null | undefined>;

/** The address of a view; what is empty is left out. */
export function addressOf(view: string, values: Values = {}): string {
  const search = new URLSearchParams(Object.entries(values).flatMap(([name, value]) => (value === null || value === undefined || value === "" ? [] : [[name, String(value)]])));
  // Colons and commas may stand in a query as they are, and ids are full of them.
  return search.size > 0 ? `${view}?${String(search).replaceAll("%3A", ":").replaceAll("%2C", ",")}` : view;
}

/** The present view with some values changed. */
export function withValues(values: Values): string {
  return addressOf(path.value, { ...Object.fromEntries(query.value), ...values });
}

/** With the server before it, for paper. */
export function wholeOf(address: string): string {
  return new URL(address, location.origin).href;
}

const views = new Set(["/", "/chains", "/graph", "/timeline", "/ledger", "/sources"]);

/** Links between views change the address without loading the page again; every other link is the browser's. */
export function followLinks(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = (event.target as Element | null)?.closest<HTMLAnchorElement>("a[href]");
  if (!link || link.target || link.hasAttribute("download")) return;
  const target = new URL(link.href);
  if (target.origin !== location.origin || !views.has(target.pathname) || (target.hash && target.pathname === location.pathname && target.search === location.search)) return;
  event.preventDefault();
  go(target.href);
}

import type { ComponentType } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { path } from "./address";
import { useAsked } from "./api/asked";
import { problemOf } from "./api/problem";
import { Release } from "./generated/operations";
import { Progress } from "./parts/progress";
import { ProblemNote } from "./parts/problem";
import { texts } from "./texts";
import { Start } from "./views/start";

// What a reader opens first is in the first script; every other view is fetched when it is opened.
const views: Record<string, () => Promise<ComponentType>> = {
  "/": () => Promise.resolve(Start),
  "/chains": () => import("./views/chains").then(({ Chains }) => Chains),
  "/graph": () => import("./views/graph").then(({ Graph }) => Graph),
  "/timeline": () => import("./views/timeline").then(({ Timeline }) => Timeline),
  "/ledger": () => import("./views/ledger").then(({ Ledger }) => Ledger),
  "/sources": () => import("./views/sources").then(({ Sources }) => Sources),
};

const loaded = new Map<string, ComponentType>([["/", Start]]);

export function App() {
  const place = path.value;
  const main = useRef<HTMLElement>(null);
  const shown = useRef(place);

  useEffect(() => {
    document.title = texts.title(texts.nav[place] ?? texts.brand);
    if (shown.current === place) return;
    shown.current = place;
    // Whoever cannot see that the view changed is taken to its beginning.
    main.current?.focus();
    scrollTo(0, 0);
  }, [place]);

  return (
    <>
      <a class="skip" href="#main">{texts.skip}</a>
      <header class="top masthead">
        <a class="brand" href="/">{texts.brand}</a>
        <nav aria-label={texts.views}>
          <ul>
            {Object.entries(texts.nav).map(([address, text]) => (
              <li key={address}><a href={address} aria-current={address === place ? "page" : undefined}>{text}</a></li>
            ))}
          </ul>
        </nav>
      </header>
      <main id="main" ref={main} tabIndex={-1}><View key={place} place={place} /></main>
      <Footer />
    </>
  );
}

function View({ place }: { place: string }) {
  const [state, setState] = useState<{ view?: ComponentType | undefined; fault?: unknown }>({ view: loaded.get(place) });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (loaded.has(place)) return;
    let isLeft = false;
    (views[place] ?? views["/"])?.().then(
      (view) => {
        loaded.set(place, view);
        if (!isLeft) setState({ view });
      },
      (fault: unknown) => {
        if (!isLeft) setState({ fault });
      },
    );
    return () => {
      isLeft = true;
    };
  }, [place, attempt]);

  if (state.view) return <state.view />;
  if (state.fault) return <ProblemNote problem={problemOf(state.fault)} again={() => { setState({}); setAttempt(attempt + 1); }} />;
  return <><h1>{texts.nav[place]}</h1><Progress /></>;
}

function Footer() {
  const { asked } = useAsked(Release, {});
  return (
    <footer class="foot">
      <p>{texts.footer.notAnAccusation}</p>
      {asked.state === "done" && (
        <p>
          {texts.footer.release(asked.answer.release.title, asked.answer.release.version)} · {asked.answer.release.releasedAt} · {texts.footer.licence} {asked.answer.release.licence}
          <br />
          {texts.footer.hash} <code>{asked.answer.release.sha256}</code>
        </p>
      )}
      <ul class="foot-links">
        <li><a href="/export/dataset.csv.zip" download>{texts.footer.files}</a></li>
        <li><a href="/graphiql">{texts.footer.api}</a></li>
        <li><a href="/graphql/schema.graphql">{texts.footer.schema}</a></li>
        <li><a href="/explorer/LICENCES.txt">{texts.footer.licences}</a></li>
      </ul>
    </footer>
  );
}

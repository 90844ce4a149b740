import { useEditorContext } from "@graphiql/react";
import { GraphiQL } from "graphiql";
import { buildSchema, Kind, parse } from "graphql";
import { useEffect, useRef } from "react";
import { createRoot } from "react-dom/client";
import { flushSync } from "react-dom";
import "graphiql/style.css";
import "./page.css";

const shownTabs = 3;

async function load(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}

// GraphiQL tells the name of the last tab's operation until it has read this one's.
function onlyName(query) {
  try {
    const operations = parse(query).definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
    return operations.length === 1 ? { operationName: operations[0].name?.value } : {};
  } catch {
    // The server says what is wrong with it.
    return {};
  }
}

async function ask(operation, options) {
  const response = await fetch("graphql", {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/graphql-response+json", ...options?.headers },
    body: JSON.stringify({ ...operation, ...onlyName(operation.query) }),
  });
  return response.json();
}

function Questions() {
  const { tabs, addTab, changeTab, queryEditor, variableEditor } = useEditorContext({ nonNull: true });

  function open(question) {
    const known = tabs.findIndex((tab) => tab.query === question.query);
    if (known >= 0) {
      changeTab(known);
      return;
    }
    // The new tab has to be there before its text is set.
    flushSync(addTab);
    queryEditor.setValue(question.query);
    variableEditor.setValue("");
  }

  return (
    <section className="questions">
      <h1>Ready questions</h1>
      <ul>
        {questions.map((question) => (
          <li key={question.title}>
            <button type="button" onClick={() => open(question)}>
              {question.title}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function QuestionsIcon() {
  const icon = useRef(null);
  // GraphiQL keeps a pane that is asked for at the start hidden until its button is used.
  useEffect(() => {
    if (isFirstVisit) icon.current.closest("button").click();
  }, []);
  return (
    <svg ref={icon} viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <circle cx="12" cy="12" r="9" />
      <path d="M9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.7.4-1.1.9-1.1 1.8v.5M12 17v.1" strokeLinecap="round" />
    </svg>
  );
}

const isFirstVisit = localStorage.getItem("graphiql:tabState") === null;
const questionsPane = { title: "Ready questions", icon: QuestionsIcon, content: Questions };

const [questions, schema] = await Promise.all([
  load("graphiql/questions.json").then((response) => response.json()),
  // Read as text: that also works where introspection is switched off.
  load("graphql/schema.graphql").then(async (response) => buildSchema(await response.text())),
]);

createRoot(document.getElementById("page")).render(
  <GraphiQL
    fetcher={ask}
    schema={schema}
    plugins={[questionsPane]}
    defaultTabs={questions.slice(0, shownTabs).map(({ query }) => ({ query }))}
    defaultEditorToolsVisibility={false}
  >
    <GraphiQL.Logo>FlowGraph</GraphiQL.Logo>
  </GraphiQL>,
);

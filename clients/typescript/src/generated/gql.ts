/* eslint-disable */
import * as types from './graphql.js';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "query Chain($from: ID!, $to: ID!, $via: [ID!]) {\n  chains(from: $from, to: $to, via: $via, first: 1) {\n    none\n    chains {\n      id\n      text\n      confidence\n      independentSources\n      caveats\n      hops {\n        index\n        confidence\n        status\n        fact {\n          id\n          caption\n          citations(stance: SUPPORTS) {\n            ...Footnote\n          }\n        }\n      }\n    }\n    release {\n      id\n      version\n    }\n  }\n}": typeof types.ChainDocument,
    "fragment Footnote on Citation {\n  id\n  locator\n  source {\n    id\n    title\n    publisher\n    url\n    publishedAt {\n      edtf\n    }\n  }\n}": typeof types.FootnoteFragmentDoc,
    "query Ledger($importer: ID, $during: DateRangeInput, $groupBy: LedgerPeriod! = YEAR) {\n  oilLedger(importer: $importer, during: $during, groupBy: $groupBy) {\n    text\n    rows {\n      period\n      countingGroup\n      barrels {\n        display\n      }\n      capBarrels {\n        display\n      }\n      multipleOfCap {\n        low\n        high\n      }\n      counted {\n        id\n        name\n        citations(stance: SUPPORTS) {\n          ...Footnote\n        }\n      }\n      leftOut {\n        reason\n      }\n    }\n  }\n}": typeof types.LedgerDocument,
    "query NodePage($id: ID!) {\n  node(id: $id) {\n    __typename\n    id\n    ...Title\n    ... on Fact {\n      kind\n      status\n      confidence\n      citations {\n        ...Footnote\n      }\n    }\n  }\n  neighborhood(id: $id, perType: 5) {\n    totalCount\n    groups {\n      type\n      direction\n      totalCount\n      links {\n        factId\n        caption\n        confidence\n        citations(stance: SUPPORTS) {\n          ...Footnote\n        }\n        node {\n          __typename\n          id\n          ...Title\n        }\n      }\n    }\n  }\n}": typeof types.NodePageDocument,
    "query Search($text: String!, $first: Int = 10, $after: String) {\n  search(text: $text, first: $first, after: $after) {\n    totalCount\n    edges {\n      score\n      matched {\n        field\n        value\n        how\n      }\n      node {\n        __typename\n        id\n        ...Title\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}": typeof types.SearchDocument,
    "query Timeline($scope: [ID!], $during: DateRangeInput, $first: Int = 20, $after: String) {\n  timeline(scope: $scope, during: $during, first: $first, after: $after) {\n    totalCount\n    undatedCount\n    nodes {\n      __typename\n      id\n      caption\n      when {\n        edtf\n      }\n      confidence\n      citations(stance: SUPPORTS) {\n        ...Footnote\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}": typeof types.TimelineDocument,
    "fragment Title on Node {\n  ... on Entity {\n    name\n  }\n  ... on Fact {\n    caption\n  }\n  ... on Source {\n    title\n  }\n}": typeof types.TitleFragmentDoc,
};
const documents: Documents = {
    "query Chain($from: ID!, $to: ID!, $via: [ID!]) {\n  chains(from: $from, to: $to, via: $via, first: 1) {\n    none\n    chains {\n      id\n      text\n      confidence\n      independentSources\n      caveats\n      hops {\n        index\n        confidence\n        status\n        fact {\n          id\n          caption\n          citations(stance: SUPPORTS) {\n            ...Footnote\n          }\n        }\n      }\n    }\n    release {\n      id\n      version\n    }\n  }\n}": types.ChainDocument,
    "fragment Footnote on Citation {\n  id\n  locator\n  source {\n    id\n    title\n    publisher\n    url\n    publishedAt {\n      edtf\n    }\n  }\n}": types.FootnoteFragmentDoc,
    "query Ledger($importer: ID, $during: DateRangeInput, $groupBy: LedgerPeriod! = YEAR) {\n  oilLedger(importer: $importer, during: $during, groupBy: $groupBy) {\n    text\n    rows {\n      period\n      countingGroup\n      barrels {\n        display\n      }\n      capBarrels {\n        display\n      }\n      multipleOfCap {\n        low\n        high\n      }\n      counted {\n        id\n        name\n        citations(stance: SUPPORTS) {\n          ...Footnote\n        }\n      }\n      leftOut {\n        reason\n      }\n    }\n  }\n}": types.LedgerDocument,
    "query NodePage($id: ID!) {\n  node(id: $id) {\n    __typename\n    id\n    ...Title\n    ... on Fact {\n      kind\n      status\n      confidence\n      citations {\n        ...Footnote\n      }\n    }\n  }\n  neighborhood(id: $id, perType: 5) {\n    totalCount\n    groups {\n      type\n      direction\n      totalCount\n      links {\n        factId\n        caption\n        confidence\n        citations(stance: SUPPORTS) {\n          ...Footnote\n        }\n        node {\n          __typename\n          id\n          ...Title\n        }\n      }\n    }\n  }\n}": types.NodePageDocument,
    "query Search($text: String!, $first: Int = 10, $after: String) {\n  search(text: $text, first: $first, after: $after) {\n    totalCount\n    edges {\n      score\n      matched {\n        field\n        value\n        how\n      }\n      node {\n        __typename\n        id\n        ...Title\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}": types.SearchDocument,
    "query Timeline($scope: [ID!], $during: DateRangeInput, $first: Int = 20, $after: String) {\n  timeline(scope: $scope, during: $during, first: $first, after: $after) {\n    totalCount\n    undatedCount\n    nodes {\n      __typename\n      id\n      caption\n      when {\n        edtf\n      }\n      confidence\n      citations(stance: SUPPORTS) {\n        ...Footnote\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}": types.TimelineDocument,
    "fragment Title on Node {\n  ... on Entity {\n    name\n  }\n  ... on Fact {\n    caption\n  }\n  ... on Source {\n    title\n  }\n}": types.TitleFragmentDoc,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Chain($from: ID!, $to: ID!, $via: [ID!]) {\n  chains(from: $from, to: $to, via: $via, first: 1) {\n    none\n    chains {\n      id\n      text\n      confidence\n      independentSources\n      caveats\n      hops {\n        index\n        confidence\n        status\n        fact {\n          id\n          caption\n          citations(stance: SUPPORTS) {\n            ...Footnote\n          }\n        }\n      }\n    }\n    release {\n      id\n      version\n    }\n  }\n}"): typeof import('./graphql.js').ChainDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment Footnote on Citation {\n  id\n  locator\n  source {\n    id\n    title\n    publisher\n    url\n    publishedAt {\n      edtf\n    }\n  }\n}"): typeof import('./graphql.js').FootnoteFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Ledger($importer: ID, $during: DateRangeInput, $groupBy: LedgerPeriod! = YEAR) {\n  oilLedger(importer: $importer, during: $during, groupBy: $groupBy) {\n    text\n    rows {\n      period\n      countingGroup\n      barrels {\n        display\n      }\n      capBarrels {\n        display\n      }\n      multipleOfCap {\n        low\n        high\n      }\n      counted {\n        id\n        name\n        citations(stance: SUPPORTS) {\n          ...Footnote\n        }\n      }\n      leftOut {\n        reason\n      }\n    }\n  }\n}"): typeof import('./graphql.js').LedgerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query NodePage($id: ID!) {\n  node(id: $id) {\n    __typename\n    id\n    ...Title\n    ... on Fact {\n      kind\n      status\n      confidence\n      citations {\n        ...Footnote\n      }\n    }\n  }\n  neighborhood(id: $id, perType: 5) {\n    totalCount\n    groups {\n      type\n      direction\n      totalCount\n      links {\n        factId\n        caption\n        confidence\n        citations(stance: SUPPORTS) {\n          ...Footnote\n        }\n        node {\n          __typename\n          id\n          ...Title\n        }\n      }\n    }\n  }\n}"): typeof import('./graphql.js').NodePageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Search($text: String!, $first: Int = 10, $after: String) {\n  search(text: $text, first: $first, after: $after) {\n    totalCount\n    edges {\n      score\n      matched {\n        field\n        value\n        how\n      }\n      node {\n        __typename\n        id\n        ...Title\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}"): typeof import('./graphql.js').SearchDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Timeline($scope: [ID!], $during: DateRangeInput, $first: Int = 20, $after: String) {\n  timeline(scope: $scope, during: $during, first: $first, after: $after) {\n    totalCount\n    undatedCount\n    nodes {\n      __typename\n      id\n      caption\n      when {\n        edtf\n      }\n      confidence\n      citations(stance: SUPPORTS) {\n        ...Footnote\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}"): typeof import('./graphql.js').TimelineDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "fragment Title on Node {\n  ... on Entity {\n    name\n  }\n  ... on Fact {\n    caption\n  }\n  ... on Source {\n    title\n  }\n}"): typeof import('./graphql.js').TitleFragmentDoc;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

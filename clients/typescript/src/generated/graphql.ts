/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type Confidence =
  | 'HIGH'
  | 'LOW'
  | 'MODERATE';

/** Both ends included, either may be absent. */
export type DateRangeInput = {
  from?: string | null | undefined;
  to?: string | null | undefined;
};

/** OUT: along the arrow. */
export type Direction =
  | 'IN'
  | 'OUT';

/** OBSERVED: seen by imagery or transponder. REPORTED: a source says so. ASSESSED: an estimate or judgement. DERIVED: our own arithmetic or reading. */
export type FactKind =
  | 'ASSESSED'
  | 'DERIVED'
  | 'OBSERVED'
  | 'REPORTED';

export type FactStatus =
  | 'ASSERTED'
  | 'CONTESTED'
  | 'RETRACTED'
  | 'SUPERSEDED';

/** Every type of fact: edges, events, claims. */
export type FactType =
  | 'ABOUT'
  | 'ABSTAINED_BY'
  | 'ACCOMPANIED_BY'
  | 'ACKNOWLEDGES'
  | 'ACTED_FOR'
  | 'AGREEMENT'
  | 'ALLEGED_OIL_SUPPLIER_OF'
  | 'ARMS_TRANSFER'
  | 'ATTACHED_TO'
  | 'BASED_IN'
  | 'BELONGS_TO'
  | 'BOUND_FOR'
  | 'BREACHES'
  | 'CAP'
  | 'CAPS_IMPORTS_OF'
  | 'CARRIED_BY'
  | 'CLAIM'
  | 'DELIVERED_ONWARD_TO'
  | 'DENIES'
  | 'DEPARTED_FROM'
  | 'DEPLOYED_BY'
  | 'DEPLOYED_TO'
  | 'DESIGNATES'
  | 'DESIGNATION'
  | 'DISCHARGED_AT'
  | 'DISPUTE'
  | 'EMBARKED_AT'
  | 'ENDED'
  | 'EXCEEDS'
  | 'EXCHANGE'
  | 'FIELDED'
  | 'FLAGGED_TO'
  | 'FLOWN_BY'
  | 'FORCE_OF'
  | 'HAS_ARMS_LEG'
  | 'HAS_OIL_LEG'
  | 'HAS_TROOPS_LEG'
  | 'HELD_ACCOUNTS_FOR'
  | 'HOLDS_POSITION_IN'
  | 'HOSTED_BY'
  | 'INVOLVED'
  | 'ISSUED_BY'
  | 'JUSTIFIED_BY'
  | 'LINKED_TO'
  | 'LOADED_AT'
  | 'LOCATED_IN'
  | 'MADE_BY'
  | 'NATIONAL_OF'
  | 'OCCURRENCE'
  | 'OPERATED_BY'
  | 'OPERATES'
  | 'OVERLAPS_WITH'
  | 'OWNED_BY'
  | 'PAID_FOR_OIL_EXPORTS_TO'
  | 'PARTY_TO'
  | 'PART_OF'
  | 'POSSIBLY_CARRIED_BY'
  | 'PROVIDED_TROOPS_TO'
  | 'RECEIVED_BY'
  | 'REPLACED'
  | 'SAW'
  | 'SEEN_NEAR'
  | 'SERVES_OR_LIVES_IN'
  | 'SET_BY'
  | 'SHIPMENT'
  | 'SIGHTING'
  | 'SIGNED_BY'
  | 'SPEAKS_OF'
  | 'STATEMENT'
  | 'SUCCEEDED'
  | 'SUPERVISED_TRAINING_OF'
  | 'SUPPLIED_BY'
  | 'TROOP_DEPLOYMENT'
  | 'VETOED_BY'
  | 'VIA'
  | 'WITHIN';

export type LedgerPeriod =
  | 'MONTH'
  | 'YEAR';

export type LeftOutReason =
  | 'NOT_ACTUAL'
  | 'NOT_IN_TOTALS'
  | 'NO_VALUE'
  | 'OTHER_COMMODITY'
  | 'RETRACTED'
  | 'UNSTATED';

export type MatchHow =
  | 'EXACT'
  | 'FOLDED'
  | 'FUZZY'
  | 'KEY'
  | 'PREFIX'
  | 'ROMANISED';

export type ChainQueryVariables = Exact<{
  from: string | number;
  to: string | number;
  via?: Array<string | number> | string | number | null | undefined;
}>;


export type ChainQuery = { chains: { none: string | null, chains: Array<{ id: string, text: string, confidence: Confidence, independentSources: number, caveats: Array<string>, hops: Array<{ index: number, confidence: Confidence, status: FactStatus, fact: { id: string, caption: string, citations: Array<{ id: string, locator: string, source: { id: string, title: string, publisher: string | null, url: string | null, publishedAt: { edtf: string } | null } }> } }> }>, release: { id: string, version: string } } };

export type FootnoteFragment = { id: string, locator: string, source: { id: string, title: string, publisher: string | null, url: string | null, publishedAt: { edtf: string } | null } };

export type LedgerQueryVariables = Exact<{
  importer?: string | number | null | undefined;
  during?: DateRangeInput | null | undefined;
  groupBy?: LedgerPeriod;
}>;


export type LedgerQuery = { oilLedger: { text: string, rows: Array<{ period: string, countingGroup: string, barrels: { display: string } | null, capBarrels: { display: string } | null, multipleOfCap: { low: number | null, high: number | null } | null, counted: Array<{ id: string, name: string, citations: Array<{ id: string, locator: string, source: { id: string, title: string, publisher: string | null, url: string | null, publishedAt: { edtf: string } | null } }> }>, leftOut: Array<{ reason: LeftOutReason }> }> } };

export type NodePageQueryVariables = Exact<{
  id: string | number;
}>;


export type NodePageQuery = { node:
    | { __typename: 'Agreement', kind: FactKind, status: FactStatus, confidence: Confidence, id: string, caption: string, citations: Array<{ id: string, locator: string, source: { id: string, title: string, publisher: string | null, url: string | null, publishedAt: { edtf: string } | null } }> }
    | { __typename: 'Area', id: string, name: string }
    | { __typename: 'ArmsTransfer', kind: FactKind, status: FactStatus, confidence: Confidence, id: string, caption: string, citations: Array<{ id: string, locator: string, source: { id: string, title: string, publisher: string | null, url: string | null, publishedAt: { edtf: string } | null } }> }
    | { __typename: 'Cap', kind: FactKind, status: FactStatus, confidence: Confidence, id: string, caption: string, citations: Array<{ id: string, locator: string, source: { id: string, title: string, publisher: string | null, url: string | null, publishedAt: { edtf: string } | null } }> }
    | { __typename: 'Chain', id: string }
    | { __typename: 'Citation', id: string }
    | { __typename: 'Claim', kind: FactKind, status: FactStatus, confidence: Confidence, id: string, caption: string, citations: Array<{ id: string, locator: string, source: { id: string, title: string, publisher: string | null, url: string | null, publishedAt: { edtf: string } | null } }> }
    | { __typename: 'Designation', kind: FactKind, status: FactStatus, confidence: Confidence, id: string, caption: string, citations: Array<{ id: string, locator: string, source: { id: string, title: string, publisher: string | null, url: string | null, publishedAt: { edtf: string } | null } }> }
    | { __typename: 'Dispute', kind: FactKind, status: FactStatus, confidence: Confidence, id: string, caption: string, citations: Array<{ id: string, locator: string, source: { id: string, title: string, publisher: string | null, url: string | null, publishedAt: { edtf: string } | null } }> }
    | { __typename: 'EdgeFact', kind: FactKind, status: FactStatus, confidence: Confidence, id: string, caption: string, citations: Array<{ id: string, locator: string, source: { id: string, title: string, publisher: string | null, url: string | null, publishedAt: { edtf: string } | null } }> }
    | { __typename: 'Exchange', kind: FactKind, status: FactStatus, confidence: Confidence, id: string, caption: string, citations: Array<{ id: string, locator: string, source: { id: string, title: string, publisher: string | null, url: string | null, publishedAt: { edtf: string } | null } }> }
    | { __typename: 'Facility', id: string, name: string }
    | { __typename: 'MilitaryUnit', id: string, name: string }
    | { __typename: 'Occurrence', kind: FactKind, status: FactStatus, confidence: Confidence, id: string, caption: string, citations: Array<{ id: string, locator: string, source: { id: string, title: string, publisher: string | null, url: string | null, publishedAt: { edtf: string } | null } }> }
    | { __typename: 'Organization', id: string, name: string }
    | { __typename: 'Person', id: string, name: string }
    | { __typename: 'Port', id: string, name: string }
    | { __typename: 'Shipment', kind: FactKind, status: FactStatus, confidence: Confidence, id: string, caption: string, citations: Array<{ id: string, locator: string, source: { id: string, title: string, publisher: string | null, url: string | null, publishedAt: { edtf: string } | null } }> }
    | { __typename: 'Sighting', kind: FactKind, status: FactStatus, confidence: Confidence, id: string, caption: string, citations: Array<{ id: string, locator: string, source: { id: string, title: string, publisher: string | null, url: string | null, publishedAt: { edtf: string } | null } }> }
    | { __typename: 'Source', id: string, title: string }
    | { __typename: 'State', id: string, name: string }
    | { __typename: 'Statement', kind: FactKind, status: FactStatus, confidence: Confidence, id: string, caption: string, citations: Array<{ id: string, locator: string, source: { id: string, title: string, publisher: string | null, url: string | null, publishedAt: { edtf: string } | null } }> }
    | { __typename: 'TroopDeployment', kind: FactKind, status: FactStatus, confidence: Confidence, id: string, caption: string, citations: Array<{ id: string, locator: string, source: { id: string, title: string, publisher: string | null, url: string | null, publishedAt: { edtf: string } | null } }> }
    | { __typename: 'Vessel', id: string, name: string }
   | null, neighborhood: { totalCount: number, groups: Array<{ type: FactType, direction: Direction, totalCount: number, links: Array<{ factId: string, caption: string, confidence: Confidence, citations: Array<{ id: string, locator: string, source: { id: string, title: string, publisher: string | null, url: string | null, publishedAt: { edtf: string } | null } }>, node:
          | { __typename: 'Agreement', id: string, caption: string }
          | { __typename: 'Area', id: string, name: string }
          | { __typename: 'ArmsTransfer', id: string, caption: string }
          | { __typename: 'Cap', id: string, caption: string }
          | { __typename: 'Chain', id: string }
          | { __typename: 'Citation', id: string }
          | { __typename: 'Claim', id: string, caption: string }
          | { __typename: 'Designation', id: string, caption: string }
          | { __typename: 'Dispute', id: string, caption: string }
          | { __typename: 'EdgeFact', id: string, caption: string }
          | { __typename: 'Exchange', id: string, caption: string }
          | { __typename: 'Facility', id: string, name: string }
          | { __typename: 'MilitaryUnit', id: string, name: string }
          | { __typename: 'Occurrence', id: string, caption: string }
          | { __typename: 'Organization', id: string, name: string }
          | { __typename: 'Person', id: string, name: string }
          | { __typename: 'Port', id: string, name: string }
          | { __typename: 'Shipment', id: string, caption: string }
          | { __typename: 'Sighting', id: string, caption: string }
          | { __typename: 'Source', id: string, title: string }
          | { __typename: 'State', id: string, name: string }
          | { __typename: 'Statement', id: string, caption: string }
          | { __typename: 'TroopDeployment', id: string, caption: string }
          | { __typename: 'Vessel', id: string, name: string }
         }> }> } | null };

export type SearchQueryVariables = Exact<{
  text: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type SearchQuery = { search: { totalCount: number, edges: Array<{ score: number, matched: Array<{ field: string, value: string, how: MatchHow }>, node:
        | { __typename: 'Agreement', id: string, caption: string }
        | { __typename: 'Area', id: string, name: string }
        | { __typename: 'ArmsTransfer', id: string, caption: string }
        | { __typename: 'Cap', id: string, caption: string }
        | { __typename: 'Chain', id: string }
        | { __typename: 'Citation', id: string }
        | { __typename: 'Claim', id: string, caption: string }
        | { __typename: 'Designation', id: string, caption: string }
        | { __typename: 'Dispute', id: string, caption: string }
        | { __typename: 'EdgeFact', id: string, caption: string }
        | { __typename: 'Exchange', id: string, caption: string }
        | { __typename: 'Facility', id: string, name: string }
        | { __typename: 'MilitaryUnit', id: string, name: string }
        | { __typename: 'Occurrence', id: string, caption: string }
        | { __typename: 'Organization', id: string, name: string }
        | { __typename: 'Person', id: string, name: string }
        | { __typename: 'Port', id: string, name: string }
        | { __typename: 'Shipment', id: string, caption: string }
        | { __typename: 'Sighting', id: string, caption: string }
        | { __typename: 'Source', id: string, title: string }
        | { __typename: 'State', id: string, name: string }
        | { __typename: 'Statement', id: string, caption: string }
        | { __typename: 'TroopDeployment', id: string, caption: string }
        | { __typename: 'Vessel', id: string, name: string }
       }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type TimelineQueryVariables = Exact<{
  scope?: Array<string | number> | string | number | null | undefined;
  during?: DateRangeInput | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type TimelineQuery = { timeline: { totalCount: number, undatedCount: number, nodes: Array<
      | { __typename: 'Agreement', id: string, caption: string, confidence: Confidence, when: { edtf: string } | null, citations: Array<{ id: string, locator: string, source: { id: string, title: string, publisher: string | null, url: string | null, publishedAt: { edtf: string } | null } }> }
      | { __typename: 'ArmsTransfer', id: string, caption: string, confidence: Confidence, when: { edtf: string } | null, citations: Array<{ id: string, locator: string, source: { id: string, title: string, publisher: string | null, url: string | null, publishedAt: { edtf: string } | null } }> }
      | { __typename: 'Cap', id: string, caption: string, confidence: Confidence, when: { edtf: string } | null, citations: Array<{ id: string, locator: string, source: { id: string, title: string, publisher: string | null, url: string | null, publishedAt: { edtf: string } | null } }> }
      | { __typename: 'Designation', id: string, caption: string, confidence: Confidence, when: { edtf: string } | null, citations: Array<{ id: string, locator: string, source: { id: string, title: string, publisher: string | null, url: string | null, publishedAt: { edtf: string } | null } }> }
      | { __typename: 'Dispute', id: string, caption: string, confidence: Confidence, when: { edtf: string } | null, citations: Array<{ id: string, locator: string, source: { id: string, title: string, publisher: string | null, url: string | null, publishedAt: { edtf: string } | null } }> }
      | { __typename: 'Exchange', id: string, caption: string, confidence: Confidence, when: { edtf: string } | null, citations: Array<{ id: string, locator: string, source: { id: string, title: string, publisher: string | null, url: string | null, publishedAt: { edtf: string } | null } }> }
      | { __typename: 'Occurrence', id: string, caption: string, confidence: Confidence, when: { edtf: string } | null, citations: Array<{ id: string, locator: string, source: { id: string, title: string, publisher: string | null, url: string | null, publishedAt: { edtf: string } | null } }> }
      | { __typename: 'Shipment', id: string, caption: string, confidence: Confidence, when: { edtf: string } | null, citations: Array<{ id: string, locator: string, source: { id: string, title: string, publisher: string | null, url: string | null, publishedAt: { edtf: string } | null } }> }
      | { __typename: 'Sighting', id: string, caption: string, confidence: Confidence, when: { edtf: string } | null, citations: Array<{ id: string, locator: string, source: { id: string, title: string, publisher: string | null, url: string | null, publishedAt: { edtf: string } | null } }> }
      | { __typename: 'Statement', id: string, caption: string, confidence: Confidence, when: { edtf: string } | null, citations: Array<{ id: string, locator: string, source: { id: string, title: string, publisher: string | null, url: string | null, publishedAt: { edtf: string } | null } }> }
      | { __typename: 'TroopDeployment', id: string, caption: string, confidence: Confidence, when: { edtf: string } | null, citations: Array<{ id: string, locator: string, source: { id: string, title: string, publisher: string | null, url: string | null, publishedAt: { edtf: string } | null } }> }
    >, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

type Title_Agreement_Fragment = { caption: string };

type Title_Area_Fragment = { name: string };

type Title_ArmsTransfer_Fragment = { caption: string };

type Title_Cap_Fragment = { caption: string };

type Title_Claim_Fragment = { caption: string };

type Title_Designation_Fragment = { caption: string };

type Title_Dispute_Fragment = { caption: string };

type Title_EdgeFact_Fragment = { caption: string };

type Title_Exchange_Fragment = { caption: string };

type Title_Facility_Fragment = { name: string };

type Title_MilitaryUnit_Fragment = { name: string };

type Title_Occurrence_Fragment = { caption: string };

type Title_Organization_Fragment = { name: string };

type Title_Person_Fragment = { name: string };

type Title_Port_Fragment = { name: string };

type Title_Shipment_Fragment = { caption: string };

type Title_Sighting_Fragment = { caption: string };

type Title_Source_Fragment = { title: string };

type Title_State_Fragment = { name: string };

type Title_Statement_Fragment = { caption: string };

type Title_TroopDeployment_Fragment = { caption: string };

type Title_Vessel_Fragment = { name: string };

export type TitleFragment =
  | Title_Agreement_Fragment
  | Title_Area_Fragment
  | Title_ArmsTransfer_Fragment
  | Title_Cap_Fragment
  | Title_Claim_Fragment
  | Title_Designation_Fragment
  | Title_Dispute_Fragment
  | Title_EdgeFact_Fragment
  | Title_Exchange_Fragment
  | Title_Facility_Fragment
  | Title_MilitaryUnit_Fragment
  | Title_Occurrence_Fragment
  | Title_Organization_Fragment
  | Title_Person_Fragment
  | Title_Port_Fragment
  | Title_Shipment_Fragment
  | Title_Sighting_Fragment
  | Title_Source_Fragment
  | Title_State_Fragment
  | Title_Statement_Fragment
  | Title_TroopDeployment_Fragment
  | Title_Vessel_Fragment
;

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const FootnoteFragmentDoc = new TypedDocumentString(`
    fragment Footnote on Citation {
  id
  locator
  source {
    id
    title
    publisher
    url
    publishedAt {
      edtf
    }
  }
}
    `, {"fragmentName":"Footnote"}) as unknown as TypedDocumentString<FootnoteFragment, unknown>;
export const TitleFragmentDoc = new TypedDocumentString(`
    fragment Title on Node {
  ... on Entity {
    name
  }
  ... on Fact {
    caption
  }
  ... on Source {
    title
  }
}
    `, {"fragmentName":"Title"}) as unknown as TypedDocumentString<TitleFragment, unknown>;
export const ChainDocument = new TypedDocumentString(`
    query Chain($from: ID!, $to: ID!, $via: [ID!]) {
  chains(from: $from, to: $to, via: $via, first: 1) {
    none
    chains {
      id
      text
      confidence
      independentSources
      caveats
      hops {
        index
        confidence
        status
        fact {
          id
          caption
          citations(stance: SUPPORTS) {
            ...Footnote
          }
        }
      }
    }
    release {
      id
      version
    }
  }
}
    fragment Footnote on Citation {
  id
  locator
  source {
    id
    title
    publisher
    url
    publishedAt {
      edtf
    }
  }
}`, {"hash":"sha256:ebec4f5fe0588008c06e6600e6be703f4ef5efe791b013f1bddb42b1330ffb3d"}) as unknown as TypedDocumentString<ChainQuery, ChainQueryVariables>;
export const LedgerDocument = new TypedDocumentString(`
    query Ledger($importer: ID, $during: DateRangeInput, $groupBy: LedgerPeriod! = YEAR) {
  oilLedger(importer: $importer, during: $during, groupBy: $groupBy) {
    text
    rows {
      period
      countingGroup
      barrels {
        display
      }
      capBarrels {
        display
      }
      multipleOfCap {
        low
        high
      }
      counted {
        id
        name
        citations(stance: SUPPORTS) {
          ...Footnote
        }
      }
      leftOut {
        reason
      }
    }
  }
}
    fragment Footnote on Citation {
  id
  locator
  source {
    id
    title
    publisher
    url
    publishedAt {
      edtf
    }
  }
}`, {"hash":"sha256:49c173b637eca80dd87476f2fe451cf116488bec57209006e602bbbda285f2dd"}) as unknown as TypedDocumentString<LedgerQuery, LedgerQueryVariables>;
export const NodePageDocument = new TypedDocumentString(`
    query NodePage($id: ID!) {
  node(id: $id) {
    __typename
    id
    ...Title
    ... on Fact {
      kind
      status
      confidence
      citations {
        ...Footnote
      }
    }
  }
  neighborhood(id: $id, perType: 5) {
    totalCount
    groups {
      type
      direction
      totalCount
      links {
        factId
        caption
        confidence
        citations(stance: SUPPORTS) {
          ...Footnote
        }
        node {
          __typename
          id
          ...Title
        }
      }
    }
  }
}
    fragment Footnote on Citation {
  id
  locator
  source {
    id
    title
    publisher
    url
    publishedAt {
      edtf
    }
  }
}
fragment Title on Node {
  ... on Entity {
    name
  }
  ... on Fact {
    caption
  }
  ... on Source {
    title
  }
}`, {"hash":"sha256:c95492f0afd9440b89b77bd947dbba65ea1ff1b0c7c28583898952de9004b5d8"}) as unknown as TypedDocumentString<NodePageQuery, NodePageQueryVariables>;
export const SearchDocument = new TypedDocumentString(`
    query Search($text: String!, $first: Int = 10, $after: String) {
  search(text: $text, first: $first, after: $after) {
    totalCount
    edges {
      score
      matched {
        field
        value
        how
      }
      node {
        __typename
        id
        ...Title
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment Title on Node {
  ... on Entity {
    name
  }
  ... on Fact {
    caption
  }
  ... on Source {
    title
  }
}`, {"hash":"sha256:9e5d5d0d59b5754b1f6b3f799e79bf2f05a2ff87e48966be16f03548ebfdaa9b"}) as unknown as TypedDocumentString<SearchQuery, SearchQueryVariables>;
export const TimelineDocument = new TypedDocumentString(`
    query Timeline($scope: [ID!], $during: DateRangeInput, $first: Int = 20, $after: String) {
  timeline(scope: $scope, during: $during, first: $first, after: $after) {
    totalCount
    undatedCount
    nodes {
      __typename
      id
      caption
      when {
        edtf
      }
      confidence
      citations(stance: SUPPORTS) {
        ...Footnote
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment Footnote on Citation {
  id
  locator
  source {
    id
    title
    publisher
    url
    publishedAt {
      edtf
    }
  }
}`, {"hash":"sha256:e8a95a3d1824e7495f72eb0f2d607bc43b695b5413e4c8c5ab2f909f71f3dce5"}) as unknown as TypedDocumentString<TimelineQuery, TimelineQueryVariables>;
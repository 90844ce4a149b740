using System.Collections.Immutable;
using System.Text.Json;

namespace FlowGraph.Benchmarks;

/// <summary>One question in three languages. Fields stand in the same order in all of them.</summary>
/// <param name="OurQuery">For FlowGraph.</param>
/// <param name="PeerQuery">For @neo4j/graphql.</param>
/// <param name="Cypher">By hand, for the Query API.</param>
/// <param name="OrderedByPeer">False where @neo4j/graphql cannot give the citations in FlowGraph's order.</param>
/// <param name="Values">Statement whose rows hold the values of the variables.</param>
internal sealed record Neo4jQuestion(string Title, string OurQuery, string PeerQuery, string Cypher, bool OrderedByPeer, string Values, ImmutableArray<string> Variables)
{
    // Of a shipment s: the ports of both ends, and what it is cited for.
    private const string Ports = """
        COLLECT { MATCH (s)-[l:LOADED_AT]->(p) WHERE l.status <> 'RETRACTED' WITH l, p ORDER BY p.id, l.id LIMIT 1 RETURN [l.basis, l.confidence, p.id, p.name] },
        COLLECT { MATCH (s)-[l:DISCHARGED_AT]->(p) WHERE l.status <> 'RETRACTED' WITH l, p ORDER BY p.id, l.id LIMIT 1 RETURN [l.basis, l.confidence, p.id, p.name] }
        """;

    private const string Citations = """
        COLLECT {
          MATCH (s)-[:CITED_BY]->(c)-[:FROM_SOURCE]->(o)
          WITH c, o ORDER BY CASE c.stance WHEN 'SUPPORTS' THEN 0 WHEN 'DISPUTES' THEN 1 ELSE 2 END,
            CASE c.grade WHEN 'CONFIRMED' THEN 0 WHEN 'LIKELY' THEN 1 WHEN 'REPORTED' THEN 2 ELSE 3 END, c.id
          RETURN [c.id, c.locator, c.paraphrase, c.stance, o.id, o.title, o.publisher] }
        """;

    public static Neo4jQuestion ByKey { get; } = new(
        "one vessel by IMO number, 5 fields",
        "query($imo: IMO) { vessel(imo: $imo) { id name imo category yearBuilt } }",
        "query($imo: String) { vessels(where: { imo: { eq: $imo } }) { id name imo category yearBuilt } }",
        "MATCH (v:Vessel {imo: $imo}) RETURN v.id, v.name, v.imo, v.category, v.yearBuilt",
        OrderedByPeer: true,
        "MATCH (v:Vessel) WHERE v.imo IS NOT NULL RETURN v.imo ORDER BY v.imo LIMIT 500",
        ["imo"]);

    public static Neo4jQuestion Entity { get; } = new(
        "a vessel, 20 shipments, their ports, vessels, citations and sources",
        """
        query($id: ID!) {
          vessel(id: $id) {
            id name imo
            shipments(first: 20) {
              edges {
                confidence
                node {
                  id name form when { edtf } confidence
                  loadedAtFact { basis confidence node { id name } }
                  dischargedAtFact { basis confidence node { id name } }
                  carriedBy(first: 5) { edges { confidence node { id name imo } } }
                  citations { id locator paraphrase stance source { id title publisher } }
                }
              }
            }
          }
        }
        """,
        """
        query($id: ID!) {
          vessels(where: { id: { eq: $id } }) {
            id name imo
            shipmentsConnection(first: 20, where: { node: { NOT: { status: { eq: "RETRACTED" } } } }, sort: [{ node: { id: ASC } }]) {
              edges {
                properties { confidence }
                node {
                  id name form whenEdtf confidence
                  loadedAtConnection(first: 1) { edges { properties { basis confidence } node { id name } } }
                  dischargedAtConnection(first: 1) { edges { properties { basis confidence } node { id name } } }
                  carriedByConnection(first: 5, sort: [{ node: { id: ASC } }]) { edges { properties { confidence } node { id name imo } } }
                  citations { id locator paraphrase stance source { id title publisher } }
                }
              }
            }
          }
        }
        """,
        $$"""
        MATCH (v:Vessel {id: $id})
        RETURN v.id, v.name, v.imo, COLLECT {
          MATCH (v)<-[e:CARRIED_BY]-(s:Shipment) WHERE e.status <> 'RETRACTED' AND s.status <> 'RETRACTED'
          WITH e, s ORDER BY s.id, e.id LIMIT 20
          RETURN [e.confidence, s.id, s.name, s.form, s.whenEdtf, s.confidence,
            {{Ports}},
            COLLECT { MATCH (s)-[c:CARRIED_BY]->(w) WHERE c.status <> 'RETRACTED' WITH c, w ORDER BY w.id, c.id LIMIT 5 RETURN [c.confidence, w.id, w.name, w.imo] },
            {{Citations}}]
        } AS shipments
        """,
        OrderedByPeer: false,
        """
        MATCH (v:Vessel) WHERE COUNT { (v)<-[:CARRIED_BY]-() } >= 20
        WITH v, COUNT { (v)<-[:CARRIED_BY]-(s:Shipment) WHERE s.status <> 'RETRACTED' } AS shipments WHERE shipments >= 20
        RETURN v.id ORDER BY v.id LIMIT 100
        """,
        ["id"]);

    public static Neo4jQuestion Page { get; } = new(
        "a page of 200 shipments of a form and a confidence, in order of time",
        """
        query($form: ShipmentForm!, $confidence: Confidence!) {
          shipments(first: 200, where: { form: { eq: $form }, confidence: { eq: $confidence } }, order: [{ when: ASC }]) {
            nodes { id name form commodity when { edtf earliest latest } status confidence includeInTotals }
          }
        }
        """,
        """
        query($form: String!, $confidence: String!) {
          shipments(limit: 200, where: { form: { eq: $form }, confidence: { eq: $confidence }, NOT: { status: { eq: "RETRACTED" } } },
            sort: [{ earliest: ASC }, { latest: ASC }, { id: ASC }]) {
            id name form commodity whenEdtf earliest latest status confidence includeInTotals
          }
        }
        """,
        $"""
        {InOrderOfTime(200)}
        RETURN s.id, s.name, s.form, s.commodity, s.whenEdtf, s.earliest, s.latest, s.status, s.confidence, s.includeInTotals
        """,
        OrderedByPeer: true,
        "MATCH (s:Shipment) WITH s.form AS form, s.confidence AS confidence, count(*) AS shipments WHERE shipments >= 400 RETURN form, confidence ORDER BY form, confidence",
        ["form", "confidence"]);

    public static Neo4jQuestion Facts { get; } = new(
        "a page of 20 such shipments with their ports, citations and sources",
        """
        query($form: ShipmentForm!, $confidence: Confidence!) {
          shipments(first: 20, where: { form: { eq: $form }, confidence: { eq: $confidence } }, order: [{ when: ASC }]) {
            nodes {
              id name form when { edtf } confidence
              loadedAtFact { basis confidence node { id name } }
              dischargedAtFact { basis confidence node { id name } }
              citations { id locator paraphrase stance source { id title publisher } }
            }
          }
        }
        """,
        """
        query($form: String!, $confidence: String!) {
          shipments(limit: 20, where: { form: { eq: $form }, confidence: { eq: $confidence }, NOT: { status: { eq: "RETRACTED" } } },
            sort: [{ earliest: ASC }, { latest: ASC }, { id: ASC }]) {
            id name form whenEdtf confidence
            loadedAtConnection(first: 1) { edges { properties { basis confidence } node { id name } } }
            dischargedAtConnection(first: 1) { edges { properties { basis confidence } node { id name } } }
            citations { id locator paraphrase stance source { id title publisher } }
          }
        }
        """,
        $$"""
        {{InOrderOfTime(20)}}
        RETURN s.id, s.name, s.form, s.whenEdtf, s.confidence,
          {{Ports}},
          {{Citations}}
        """,
        OrderedByPeer: false,
        Page.Values,
        Page.Variables);

    public string Body(string query, JsonElement[] row) => Workload.Body(query, Named(row));

    public string CypherBody(JsonElement[] row) => CypherBody(Cypher, Named(row));

    public static string CypherBody(string statement, object parameters) => JsonSerializer.Serialize(new { statement, parameters, accessMode = "READ" });

    /// <summary>The first shipments s of a form and a confidence.</summary>
    /// <remarks>The index on <c>earliest</c> gives the order, but knows no shipment without a date: those come last, and are looked for only where the page is not full.</remarks>
    private static string InOrderOfTime(int rows) => $$"""
        CALL () {
          MATCH (s:Shipment) WHERE s.earliest IS NOT NULL AND s.form = $form AND s.confidence = $confidence AND s.status <> 'RETRACTED'
          WITH s ORDER BY s.earliest, s.latest, s.id LIMIT {{rows}}
          RETURN collect(s) AS dated
        }
        CALL (dated) {
          UNWIND CASE WHEN size(dated) < {{rows}} THEN [true] ELSE [] END AS more
          MATCH (s:Shipment) WHERE s.earliest IS NULL AND s.form = $form AND s.confidence = $confidence AND s.status <> 'RETRACTED'
          WITH s ORDER BY s.latest, s.id LIMIT {{rows}}
          RETURN collect(s) AS undated
        }
        UNWIND dated + undated AS s
        WITH s LIMIT {{rows}}
        """;

    private Dictionary<string, JsonElement> Named(JsonElement[] row) => Variables.Zip(row).ToDictionary(pair => pair.First, pair => pair.Second);
}

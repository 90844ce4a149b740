using FlowGraph.Conversion.Input;
using FlowGraph.Conversion.Output;

namespace FlowGraph.Conversion.Records;

/// <summary>States, organizations, people and military units.</summary>
internal static class EntityRecords
{
    public static void Convert(Draft draft)
    {
        foreach (var state in draft.Dossier["states"]) State(draft, state);
        foreach (var organization in draft.Dossier["organizations"]) Organization(draft, organization);
        foreach (var person in draft.Dossier["people"]) Person(draft, person);
        foreach (var unit in draft.Dossier["militaryUnits"]) Unit(draft, unit);
    }

    private static void State(Draft draft, DossierRecord state)
    {
        var node = draft.Node(state).Take(state, "name").Take(state, "commonName").Take(state, "iso2").Take(state, "iso3");
        node.Set("codeBasis", node.Read(state, "basis")?.ToUpperInvariant());
    }

    private static void Organization(Draft draft, DossierRecord organization)
    {
        var node = draft.Node(organization);
        var written = node.Read(organization, "name")!;
        var (name, bracket) = Naming.Split(written);
        switch (organization.BareId)
        {
            case "mg-flot":
                node.Set("name", name).Set("aliases", [written]);
                node.Set("formerNames", [node.Read(organization, "formerName")!, bracket!.Replace("formerly ", "", StringComparison.Ordinal)]);
                break;
            case "dv-ink":
                node.Set("name", name).Set("aliases", [bracket!, written]);
                break;
            default:
                node.Set("name", written);
                break;
        }

        node.Take(organization, "acronym").Take(organization, "kind", "category").Take(organization, "location");
        node.Take(organization, "established").Take(organization, "memberCount").Describe(organization, "nameNote", "countryNote");
        if (organization.Text("country") is { } country)
            draft.Implied(organization, "country", "BASED_IN", node.Id, draft.Dossier.Id(country));
    }

    private static void Person(Draft draft, DossierRecord person)
    {
        var node = draft.Node(person);
        var written = node.Read(person, "name")!;
        var (name, bracket) = Naming.Split(written);
        node.Set("name", name);
        if (bracket is not null) node.Set("aliases", [bracket, written]);
        node.Take(person, "role");
        if (person.Text("state") is { } state)
            draft.Implied(person, "state", "SERVES_OR_LIVES_IN", node.Id, draft.Dossier.Id(state));
        if (person.Text("nationality") is { } nationality)
            draft.Implied(person, "nationality", "NATIONAL_OF", node.Id, draft.Dossier.Id(nationality));
    }

    private static void Unit(Draft draft, DossierRecord unit)
    {
        var node = draft.Node(unit).Take(unit, "name").Take(unit, "kind", "category");
        draft.Implied(unit, "state", "FORCE_OF", node.Id, draft.Dossier.Id(unit.Required("state")));
    }
}

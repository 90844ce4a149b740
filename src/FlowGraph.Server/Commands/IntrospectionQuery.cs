using System.Text.Json;
using FlowGraph.Server.GraphQL;
using GraphQL.Types;
using GraphQLParser;

namespace FlowGraph.Server.Commands;

/// <summary>The introspection query that tools send, and its answer.</summary>
internal static class IntrospectionQuery
{
    private const string Text = """
        query IntrospectionQuery {
          __schema {
            description
            queryType { name }
            mutationType { name }
            subscriptionType { name }
            types { ...FullType }
            directives { name description isRepeatable locations args(includeDeprecated: true) { ...InputValue } }
          }
        }
        fragment FullType on __Type {
          kind
          name
          description
          specifiedByURL
          isOneOf
          fields(includeDeprecated: true) { name description args(includeDeprecated: true) { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason }
          inputFields(includeDeprecated: true) { ...InputValue }
          interfaces { ...TypeRef }
          enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
          possibleTypes { ...TypeRef }
        }
        fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue isDeprecated deprecationReason }
        fragment TypeRef on __Type {
          kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } }
        }
        """;

    public static async Task<string> AnswerAsync(ISchema schema, CancellationToken cancellationToken)
    {
        var answers = await new Introspection(schema).AnswerAsync(Parser.Parse(Text), new Dictionary<string, object?>(), cancellationToken);
        return JsonText.Write(json =>
        {
            json.WriteStartObject();
            json.WriteStartObject("data");
            foreach (var (key, answer) in answers)
            {
                json.WritePropertyName(key);
                using var value = JsonDocument.Parse(answer);
                value.RootElement.WriteTo(json);
            }
            json.WriteEndObject();
            json.WriteEndObject();
        });
    }
}

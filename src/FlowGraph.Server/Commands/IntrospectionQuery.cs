using System.Text.Json;
using FlowGraph.Server.GraphQL;
using GraphQL.Types;
using GraphQLParser;
using GraphQLParser.AST;

namespace FlowGraph.Server.Commands;

/// <summary>The introspection query that tools send, and its answer.</summary>
internal static class IntrospectionQuery
{
    private const string Text = """
        query IntrospectionQuery {
          __schema {
            queryType { name }
            mutationType { name }
            subscriptionType { name }
            types { ...FullType }
            directives { name description locations args { ...InputValue } }
          }
        }
        fragment FullType on __Type {
          kind
          name
          description
          fields(includeDeprecated: true) { name description args { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason }
          inputFields { ...InputValue }
          interfaces { ...TypeRef }
          enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
          possibleTypes { ...TypeRef }
        }
        fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue }
        fragment TypeRef on __Type {
          kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } }
        }
        """;

    public static async Task<string> AnswerAsync(ISchema schema, CancellationToken cancellationToken)
    {
        var document = Parser.Parse(Text);
        var question = IntrospectionQuestion.Of(document, (GraphQLOperationDefinition)document.Definitions[0]);
        using var introspection = new Introspection(schema);
        var answers = await introspection.AnswerAsync(question, new Dictionary<string, object?>(), cancellationToken);
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

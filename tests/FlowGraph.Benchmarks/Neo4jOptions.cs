using System.CommandLine;

namespace FlowGraph.Benchmarks;

/// <summary>The options that say where a Neo4j with a release is.</summary>
internal sealed class Neo4jOptions
{
    private readonly Option<string> _url = new("--url") { Description = "HTTP address of a Neo4j that holds a release.", DefaultValueFactory = _ => "http://127.0.0.1:7474" };
    private readonly Option<string> _bolt = new("--bolt") { Description = "Its Bolt address.", DefaultValueFactory = _ => "bolt://127.0.0.1:7687" };
    private readonly Option<string> _user = new("--user") { Description = "User of the server.", DefaultValueFactory = _ => "neo4j" };
    private readonly Option<string> _password = new("--password-file") { Description = "File with the password.", Required = true };
    private readonly Option<string> _database = new("--database") { Description = "Database of the server.", DefaultValueFactory = _ => "neo4j" };
    private readonly Option<string> _dataset = new("--dataset") { Description = "Folder of a dataset whose model is the release's.", DefaultValueFactory = _ => Repository.Dataset };

    public void AddTo(Command command)
    {
        foreach (var option in (Option<string>[])[_url, _bolt, _user, _password, _database, _dataset])
            command.Add(option);
    }

    /// <exception cref="BenchmarkException">There is no such file.</exception>
    public Neo4jSettings Of(ParseResult parsed)
    {
        string Value(Option<string> option) => parsed.GetValue(option)!; // all have a value
        RequirePassword(Value(_password), Value(_user));
        return new(Value(_url).TrimEnd('/'), Value(_bolt), Value(_user), Path.GetFullPath(Value(_password)), Value(_database), Path.GetFullPath(Value(_dataset)));
    }

    /// <exception cref="BenchmarkException">There is no such file.</exception>
    public static void RequirePassword(string file, string user)
    {
        if (!File.Exists(file))
            throw new BenchmarkException(ExitCode.WrongUsage, $"--password-file: found no file '{file}', expected one with the password of {user}.");
    }
}

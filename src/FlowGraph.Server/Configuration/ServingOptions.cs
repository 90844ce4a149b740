using System.ComponentModel.DataAnnotations;
using StackExchange.Redis;

namespace FlowGraph.Server.Configuration;

/// <summary>Answers that are kept.</summary>
public sealed class CacheOptions
{
    /// <summary>What kept answers may take of the process's memory; 0 = none is kept.</summary>
    [WithinLimit(0, 1024 * 1024)]
    public int Megabytes { get; set; } = 64;
}

/// <summary>Where several processes keep answers for each other.</summary>
public sealed class RedisOptions
{
    /// <summary>As StackExchange.Redis has it: <c>host:6379,password=…</c>; unset = none.</summary>
    [RedisConfiguration]
    public string? Configuration { get; set; }
}

/// <summary>Operations that are known beforehand.</summary>
public sealed class PersistedDocumentOptions
{
    /// <summary>The folder of their manifests; unset = none.</summary>
    public string? Folder { get; set; }

    /// <summary>No other operation is answered.</summary>
    public bool Only { get; set; }
}

/// <summary>What StackExchange.Redis connects by. It may hold a password, so no message repeats it.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class RedisConfigurationAttribute() : ValidationAttribute(
    "{0} has to be what StackExchange.Redis connects by, such as 127.0.0.1:6379 or redis.example:6380,ssl=true,password=…")
{
    public override bool IsValid(object? value)
    {
        if (value is null or "")
            return true;
        try
        {
            return value is string text && ConfigurationOptions.Parse(text).EndPoints.Count > 0;
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException)
        {
            return false;
        }
    }
}
